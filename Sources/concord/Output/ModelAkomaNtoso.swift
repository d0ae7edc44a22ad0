import Legislation
import Obligations

/// Model provisions as one document in Akoma Ntoso 3.0: each text a container, its articles below with ids of their own.
struct ModelAkomaNtoso {
    let document: ModelDocument

    init(_ document: ModelDocument) { self.document = document }

    /// - Throws: `LegislationWriteError` when there is no memory.
    func text() throws -> String {
        let law = document.served.first?.member.texts.first?.law
        let day = document.served.compactMap { $0.member.texts.first?.law.version }.max() ?? "2026-11-25"
        let name =
            "model-provisions-" + document.rows.map { WorkName.slug($0.code.rawValue) }.prefix(3).joined(separator: "-")
        let work = "/akn/un/act/\(day.prefix(4))/\(name)"
        let title = document.title(in: document.family.languages.first ?? "en")
        let selection = Law(
            work: work, jurisdiction: .unitedNations, language: law?.language ?? .undetermined, title: title,
            enacted: day, version: day, authenticity: .model)
        let identification = try AkomaNtosoIdentification(selection, markup: day).text()
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
              <act name="model-provisions" contains="singleVersion">
                <meta>
                  \(identification)
                  <references source="#concord">
                    <TLCOrganization eId="concord" href="/akn/ontology/organization/concord" showAs="Concord"/>
                  </references>
                  <proprietary source="#concord" xmlns:c="https://concord.example/ns/akn">
                    <c:authenticity>model</c:authenticity>
            \(obligations)
                  </proprietary>
                </meta>
                <preface eId="preface">
                  <p><docTitle>\(title.escapedForXML)</docTitle></p>
                </preface>
                <body eId="body">
            \(containers)
                </body>
              </act>
            </akomaNtoso>
            """
    }

    private var obligations: String {
        document.served.flatMap { serving in
            (serving.articles.first?.obligations ?? []).map { tag in
                "        <c:obligation href=\"#\(prefix(serving))__\(serving.eId)\" code=\"\(tag.code)\" "
                    + "weapons=\"\(tag.weapons.joined(separator: " "))\" aspect=\"\(tag.aspect)\"/>"
            }
        }.joined(separator: "\n")
    }

    private var containers: String {
        document.family.members.compactMap { member -> String? in
            let served = document.served.filter { $0.member.name == member.name }
            guard let law = member.texts.first?.law, let first = served.first else { return nil }
            let kept = Set(served.map(\.eId))
            let articles = served.compactMap { serving in
                serving.articles.first?.akomaNtoso(prefix: prefix(serving), kept: kept, expression: law.expression)
            }
            return """
                      <hcontainer name="act" eId="\(prefix(first))">
                        <heading>\(law.title.escapedForXML)</heading>
                        \(articles.joined(separator: "\n        "))
                      </hcontainer>
                """
        }.joined(separator: "\n")
    }

    private func prefix(_ serving: ModelFamily.Serving) -> String { WorkName.slug(serving.member.name) }
}

/// Names within IRIs.
enum WorkName {
    /// Letters and digits of ASCII, parted by hyphens.
    static func slug(_ text: String) -> String {
        text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    }
}
