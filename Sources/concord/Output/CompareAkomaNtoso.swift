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

    var text: String {
        let day = CompareDocument.today
        let request = document.request
        let parts = [request.row.code.rawValue, request.weapon?.name, request.aspect?.rawValue, request.state.code]
        let name = "comparable-provisions-" + parts.compactMap(\.self).map(WorkName.slug).joined(separator: "-")
        let work = "/akn/un/doc/\(day.prefix(4))/\(name)"
        let title = "\(document.title): comparable provisions for \(document.state)"
        let identification = Identification(
            work: work, expression: "\(work)/eng@\(day)", title: title, country: "un", name: name, language: "eng",
            day: day, isAuthoritative: false)
        let components = [model].compactMap(\.self) + document.comparison.choices.map(component)
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
            <documentCollection name="comparable-provisions" contains="singleVersion">
            <meta>
            \(identification.text)
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

    // MARK: Components

    private var model: String? {
        guard let model = document.model else { return nil }
        let law = model.law
        let name = WorkName.slug(model.name)
        return """
            <component eId="model">
            <portion includedIn="\(law.work.escapedForXML)">
            <meta>
            \(Identification(law, expression: law.expression, eId: model.article.eId).text)
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

    private func component(_ choice: ComparableProvision) -> String {
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
            \(Identification(law, expression: record.law.expression, eId: record.provision.eId).text)
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

/// The identification block of a document, after the naming convention of Akoma Ntoso.
private struct Identification {
    var work: String
    var expression: String
    var title: String
    var country: String
    var name: String
    var language: String
    var day: String?
    var isAuthoritative: Bool
    /// Id of the portion within the work; nil for a whole document.
    var eId: String?

    init(
        work: String, expression: String, title: String, country: String, name: String, language: String, day: String?,
        isAuthoritative: Bool
    ) {
        self.work = work
        self.expression = expression
        self.title = title
        self.country = country
        self.name = name
        self.language = language
        self.day = day
        self.isAuthoritative = isAuthoritative
    }

    /// Of a portion of a law.
    init(_ law: Law, expression: String, eId: String) {
        self.init(
            work: law.work, expression: expression, title: law.title, country: law.jurisdiction.code.lowercased(),
            name: WorkName.slug(law.number ?? law.work), language: law.language.threeLetterCode,
            day: law.version ?? law.inForce ?? law.enacted, isAuthoritative: law.authenticity == .official)
        self.eId = eId
    }

    var text: String {
        // "~" sets a portion apart from its document in an IRI.
        let portion = eId.map { "/~\($0.map { $0.isWhitespace ? "_" : String($0) }.joined())" } ?? ""
        let date = Self.date(day)
        return """
            <identification source="#concord">
            <FRBRWork>
            <FRBRthis value="\((work + portion).escapedForXML)"/>
            <FRBRuri value="\(work.escapedForXML)"/>
            <FRBRalias value="\(title.escapedForXML)" name="title"/>
            \(date)
            <FRBRauthor href="#concord"/>
            <FRBRcountry value="\(country)"/>
            <FRBRprescriptive value="false"/>
            <FRBRauthoritative value="\(isAuthoritative)"/>
            </FRBRWork>
            <FRBRExpression>
            <FRBRthis value="\((expression + portion).escapedForXML)"/>
            <FRBRuri value="\(expression.escapedForXML)"/>
            \(date)
            <FRBRauthor href="#concord"/>
            <FRBRlanguage language="\(language)"/>
            </FRBRExpression>
            <FRBRManifestation>
            <FRBRthis value="\((expression + portion).escapedForXML).xml"/>
            <FRBRuri value="\(expression.escapedForXML).xml"/>
            <FRBRdate date="\(CompareDocument.today)" name="markup"/>
            <FRBRauthor href="#concord"/>
            <FRBRformat value="application/akn+xml"/>
            </FRBRManifestation>
            </identification>
            """
    }

    /// The schema wants a whole day; one that is known in part says so by its name and stands at its beginning.
    private static func date(_ day: String?) -> String {
        guard let day else { return "<FRBRdate date=\"0001-01-01\" name=\"unknown\"/>" }
        switch day.count {
        case 4: return "<FRBRdate date=\"\(day)-01-01\" name=\"year\"/>"
        case 7: return "<FRBRdate date=\"\(day)-01\" name=\"month\"/>"
        default: return "<FRBRdate date=\"\(day)\" name=\"text\"/>"
        }
    }
}
