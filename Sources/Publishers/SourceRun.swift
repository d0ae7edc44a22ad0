internal import Foundation

/// Goes through the documents of one source.
struct SourceRun: Sendable {
    let source: LawSource
    let store: DocumentStore
    let web: Web
    let configuration: Fetcher.Configuration

    private var log: FetchLog { FetchLog(path: store.logPath) }

    func run(_ progress: @Sendable (FetchReport.Document) -> Void) async -> FetchReport.Source {
        var result = FetchReport.Source(source: source)
        do throws(FetchFailure) {
            let (documents, isComplete) = try await plan()
            for document in documents {
                let done = await fetch(document)
                progress(done)
                result.documents.append(done)
            }
            for done in isComplete ? try missing(from: Set(documents.map(\.name))) : [] {
                progress(done)
                result.documents.append(done)
            }
            if result.isWhole { try store.recordRun(of: source, at: configuration.now()) }
        } catch {
            result.failure = error
            try? log.append(
                .init(
                    at: configuration.now(), source: source.id, address: address, outcome: "failed", bytes: 0,
                    attempts: 0, reason: error.description))
        }
        return result
    }

    private var address: String {
        switch source.listing {
        case .addresses(let addresses): addresses.first?.text ?? ""
        case .index(let index): index.address.text
        }
    }

    /// The documents to ask for, and whether those that are not among them are withdrawn.
    private func plan() async throws(FetchFailure) -> ([PlannedDocument], isComplete: Bool) {
        var addresses: [WebAddress]
        var isComplete = false
        switch source.listing {
        case .addresses(let given): addresses = given
        case .index(let index):
            let listing = PublisherListing(index: index)
            (addresses, isComplete) = try await listing.addresses { address async throws(FetchFailure) in
                try await web.text(address, delay: source.delay)
            }
            if isComplete {
                try checkShrinking(Set(addresses))
            } else {
                // What a list of the newest names no more may still change.
                addresses += store.documents(of: source).map(\.document.address)
            }
        }
        var seen: Set<WebAddress> = []
        let documents = addresses.filter { seen.insert($0).inserted }.map {
            PlannedDocument(address: $0, source: source)
        }
        return (documents, isComplete)
    }

    /// A page that was built anew, or an answer that is cut, names few documents or others. That is no reason to take
    /// a country's laws for withdrawn.
    private func checkShrinking(_ addresses: Set<WebAddress>) throws(FetchFailure) {
        let known = store.documents(of: source).filter { $0.known.withdrawnAt == nil }
        let gone = known.count { !addresses.contains($0.document.address) }
        guard !configuration.acceptsShrinking, known.count >= 4, gone * 2 > known.count else { return }
        throw .listing(
            "the list names \(gone) of \(known.count) known documents no more, which is taken for a fault of the list; "
                + "if it is right, use --accept-withdrawals")
    }

    /// Documents that the publisher's list named once and names no more.
    private func missing(from names: Set<String>) throws(FetchFailure) -> [FetchReport.Document] {
        var results: [FetchReport.Document] = []
        for (document, known) in store.documents(of: source) where !names.contains(document.name) {
            let done = FetchReport.Document(document: document, outcome: try withdraw(document, known))
            note(done)
            results.append(done)
        }
        return results
    }

    private func fetch(_ document: PlannedDocument) async -> FetchReport.Document {
        let known = store.provenance(document)
        let isIntact = known.map { store.isIntact(document, $0) } ?? false
        var conditions: [(String, String)] = []
        if let known, isIntact {
            if let etag = known.etag { conditions.append(("If-None-Match", etag)) }
            if let date = known.lastModified { conditions.append(("If-Modified-Since", date)) }
        }
        let transfer = DocumentTransfer(
            web: web, address: document.address, source: source, part: PartialFile(path: store.partPath(document)),
            conditions: conditions)
        var result = FetchReport.Document(document: document, outcome: .unchanged)
        do throws(FetchFailure) {
            try store.prepare(for: document)
            switch try await transfer.run() {
            case .notModified: result.outcome = try unchanged(document, known)
            case .gone(let status):
                guard let known else { throw .status(status) }
                result.outcome = try withdraw(document, known)
            case .received(let received):
                result.outcome = try take(received, document, isIntact ? known : nil, isNew: known == nil)
            }
        } catch {
            result.outcome = .failed(error)
        }
        result.status = await transfer.cost.status
        result.bytes = await transfer.cost.bytes
        result.attempts = await transfer.cost.attempts
        note(result)
        return result
    }

    private func unchanged(
        _ document: PlannedDocument, _ known: Provenance?
    ) throws(FetchFailure) -> FetchReport.Outcome {
        guard var known, known.withdrawnAt != nil else { return .unchanged }
        known.withdrawnAt = nil
        try store.record(known, of: document)
        return .changed
    }

    private func withdraw(
        _ document: PlannedDocument, _ known: Provenance
    ) throws(FetchFailure) -> FetchReport.Outcome {
        if let since = known.withdrawnAt { return .withdrawn(since: since) }
        var known = known
        let now = configuration.now()
        known.withdrawnAt = now
        try store.record(known, of: document)
        return .withdrawn(since: now)
    }

    /// Puts what was received in the document's place, unless it is what is there.
    ///
    /// - Parameter known: what is known of the stored file; nil where it is not as it was stored.
    private func take(
        _ received: DocumentTransfer.Received, _ document: PlannedDocument, _ known: Provenance?, isNew: Bool
    ) throws(FetchFailure) -> FetchReport.Outcome {
        let part = PartialFile(path: store.partPath(document))
        defer { part.discard() }
        guard let (digest, size) = Digest.sha256(file: received.path) else {
            throw .store("\(received.path) cannot be read")
        }
        var provenance = Provenance(
            source: source.id, publisher: source.publisher, licence: source.licence, address: document.address.text,
            finalAddress: received.address.text, fetchedAt: configuration.now(), etag: received.etag,
            lastModified: received.lastModified, contentType: received.contentType, sha256: digest, size: size)
        if let known, known.sha256 == digest, known.withdrawnAt == nil {
            provenance.fetchedAt = known.fetchedAt
            if provenance != known { try store.record(provenance, of: document) }
            return .unchanged
        }
        try store.publish(received.path, as: document)
        try store.record(provenance, of: document)
        return isNew ? .new : .changed
    }

    private func note(_ result: FetchReport.Document) {
        // A log that cannot be written does not make a document fail that is safely stored.
        try? log.append(
            .init(
                at: configuration.now(), source: source.id, address: result.document.address.text,
                outcome: result.outcome.word, status: result.status, bytes: result.bytes, attempts: result.attempts,
                sha256: store.provenance(result.document)?.sha256, reason: result.outcome.failure?.description))
    }
}
