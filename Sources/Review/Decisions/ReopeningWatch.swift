internal import Catalog
internal import Legislation

/// Tells whether the law changed under a decision: only cells whose evidence it touches are opened again.
struct ReopeningWatch {
    private let catalog: Catalog

    init(catalog: Catalog) { self.catalog = catalog }

    /// - Throws: `CatalogError` when reading fails.
    func reopening(of decision: ExpertDecision, proposal: CellProposal) throws -> Reopening? {
        for basis in decision.basis {
            guard let hash = basis.iri.lastIndex(of: "#") else { continue }
            let law = String(basis.iri[..<hash])
            let eId = String(basis.iri[basis.iri.index(after: hash)...])
            guard let record = try catalog.provision(iri: law, eId: eId), record.law.withdrawnAt == nil else {
                return .withdrawn(iri: basis.iri)
            }
            if CellEvidence.fingerprint(record.provision) != basis.fingerprint { return .changed(iri: basis.iri) }
            if record.law.law.status == .repealed { return .repealed(iri: basis.iri) }
        }
        // What the expert weighed still stands; laws that came since may say something else.
        guard proposal.value != decision.proposed, proposal.value != decision.value else { return nil }
        let known = Set(decision.basis.map(\.iri))
        return proposal.evidence.first { !known.contains($0.iri) }.map { .newEvidence(iri: $0.iri) }
    }
}
