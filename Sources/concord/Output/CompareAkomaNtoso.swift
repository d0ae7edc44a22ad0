import Catalog
import Foundation
import Legislation
import Obligations
import Retrieval

/// Comparable provisions as an Akoma Ntoso 3.0 document collection: each provision a portion with the identification of
/// its own law; what Concord says of it (confidence, reasons, source) in proprietary metadata.
struct CompareAkomaNtoso {
    private let document: CompareDocument

    init(_ document: CompareDocument) { self.document = document }

    /// - Throws: `LegislationWriteError` when there is no memory.
    func text() throws -> String {
        let day = CompareDocument.today
        let request = document.request
        let parts = [request.row.code.rawValue, request.weapon?.name, request.aspect?.rawValue, request.state.code]
        let name = "comparable-provisions-" + parts.compactMap(\.self).map(WorkName.slug).joined(separator: "-")
        let work = "/akn/un/doc/\(day.prefix(4))/\(name)"
        let title = "\(document.title): comparable provisions for \(document.state)"
        let collection = Law(
            work: work, jurisdiction: .unitedNations, language: Self.english, title: title, enacted: day,
            version: day)
        let identification = try AkomaNtosoIdentification(collection, markup: day).text()
        let components = try [try model()].compactMap(\.self) + document.comparison.choices.map(component)
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
            <documentCollection name="comparable-provisions" contains="singleVersion">
            <meta>
            \(identification)
            \(Self.references)
            <proprietary source="#concord" xmlns:c="https://concord.example/ns/akn">
            <c:cell>\(document.cell.escapedForXML)</c:cell>
            <c:for>\(request.state.code)</c:for>
            <c:basis>\(document.basis.escapedForXML)</c:basis>
            </proprietary>
            </meta>
            <preface eId="preface">
            <p><docTitle>\(title.escapedForXML)</docTitle></p>
            <p>\(document.cell.escapedForXML)</p>
            <p>\(CompareDocument.caution.escapedForXML)</p>
            </preface>
            <collectionBody eId="collectionBody">
            \(components.joined(separator: "\n"))
            </collectionBody>
            </documentCollection>
            </akomaNtoso>
            """
    }

    /// Once for the collection: ids are unique in the whole file.
    private static let references = """
        <references source="#concord">
        <TLCOrganization eId="concord" href="/akn/ontology/organization/concord" showAs="Concord"/>
        </references>
        """

    private static let english = (try? LanguageTag("en")) ?? .undetermined

    private func identification(_ law: Law, _ eId: String) throws -> String {
        try AkomaNtosoIdentification(law, portion: eId, markup: CompareDocument.today).text()
    }

    // MARK: Components

    private func model() throws -> String? {
        guard let model = document.model else { return nil }
        let law = model.law
        let name = WorkName.slug(model.name)
        return """
            <component eId="model">
            <portion includedIn="\(law.work.escapedForXML)">
            <meta>
            \(try identification(law, model.article.eId))
            <proprietary source="#concord" xmlns:c="https://concord.example/ns/akn">
            <c:authenticity>model</c:authenticity>
            </proprietary>
            </meta>
            <portionBody>
            \(model.article.akomaNtoso(prefix: name, kept: [model.article.eId], expression: law.expression.escapedForXML))
            </portionBody>
            </portion>
            </component>
            """
    }

    private func component(_ choice: ComparableProvision) throws -> String {
        let record = choice.record
        let citation = Citation(record)
        let law = record.law.law
        let reasons = choice.reasons.map { "<c:reason>\($0.description.escapedForXML)</c:reason>" }
        let source = citation.address.map { "<c:source href=\"\($0.escapedForXML)\"/>\n" } ?? ""
        let same = choice.sameText.map { "<c:sameText href=\"\($0.iri.escapedForXML)\"/>" }
        return """
            <component eId="component_\(choice.rank)">
            <portion includedIn="\(law.work.escapedForXML)">
            <meta>
            \(try identification(law, record.provision.eId))
            <proprietary source="#concord" xmlns:c="https://concord.example/ns/akn">
            <c:state code="\(law.jurisdiction.code)">\(citation.state.escapedForXML)</c:state>
            <c:authenticity>\(law.authenticity.rawValue)</c:authenticity>
            <c:status>\(law.status.rawValue)</c:status>
            <c:dateOfText>\(citation.date.escapedForXML)</c:dateOfText>
            \(source)<c:confidence>\(String(format: "%.3f", choice.confidence))</c:confidence>
            \((reasons + same).joined(separator: "\n"))
            </proprietary>
            </meta>
            <portionBody>
            \(provision(choice))
            </portionBody>
            </portion>
            </component>
            """
    }

    /// The provision under the element that its kind is called by, with the whole text.
    private func provision(_ choice: ComparableProvision) -> String {
        let provision = choice.record.provision
        let prefix = "component_\(choice.rank)__"
        let eId = prefix + provision.eId.map { $0.isWhitespace ? "_" : String($0) }.joined()
        let named: Set<ProvisionKind> = [.article, .section, .rule, .paragraph]
        let element = named.contains(provision.kind) ? provision.kind.rawValue : "hcontainer"
        let name = element == "hcontainer" ? " name=\"\(provision.kind.rawValue)\"" : ""
        let number = provision.number.map { "<num>\($0.escapedForXML)</num>\n" } ?? ""
        let heading = provision.heading.map { "<heading>\($0.escapedForXML)</heading>\n" } ?? ""
        let paragraphs = Excerpt(provision.text, limit: nil).paragraphs.map { "<p>\($0.escapedForXML)</p>" }
        let content = paragraphs.isEmpty ? "<p/>" : paragraphs.joined(separator: "\n")
        return """
            <\(element)\(name) eId="\(eId.escapedForXML)" xml:lang="\(choice.record.textLanguage.tag)">
            \(number)\(heading)<content eId="\(eId.escapedForXML)__content">
            \(content)
            </content>
            </\(element)>
            """
    }
}
