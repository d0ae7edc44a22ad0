import Foundation
import Obligations

/// The result of `concord thesaurus check` for people.
struct AttestationListing {
    let report: AttestationReport
    let listsPlaces: Bool
    let listsMissing: Bool

    func print() {
        Console.line(row(["lang", "texts", "terms", "occur", "share", "concepts", "occur", "share"]))
        for language in report.languages {
            Console.line(
                row([
                    language.tag, "\(language.texts)", "\(language.terms.count)", "\(language.attested)",
                    share(language.attested, language.terms.count), "\(language.concepts)",
                    "\(language.attestedConcepts)", share(language.attestedConcepts, language.concepts),
                ]))
        }
        for language in report.languages {
            if listsPlaces { listOccurring(language) }
            if listsMissing { listMissing(language) }
        }
    }

    private func listOccurring(_ language: AttestationReport.Language) {
        let terms = language.terms.filter { $0.provisions > 0 }
        guard !terms.isEmpty else { return }
        Console.line()
        Console.line(Console.bold("\(language.tag): terms that occur"))
        for term in terms {
            Console.line(
                "  \(Console.isolated(term.text))  (\(term.concept)) \(term.provisions): "
                    + term.places.joined(separator: ", "))
        }
    }

    private func listMissing(_ language: AttestationReport.Language) {
        let never = language.terms.filter { $0.provisions == 0 }
        if !never.isEmpty {
            Console.line()
            Console.line(Console.bold("\(language.tag): terms that never occur"))
            for term in never { Console.line("  \(Console.isolated(term.text))  (\(term.concept))") }
        }
        guard !language.candidates.isEmpty else { return }
        Console.line()
        Console.line(Console.bold("\(language.tag): words of provisions on the domain that no term holds"))
        for candidate in language.candidates {
            let weight = String(format: "%.0f", candidate.likelihood)
            Console.line(
                "  \(Console.isolated(SearchListing.short(candidate.text, 60)))  in \(candidate.domain) provisions of "
                    + "the domain, \(candidate.other) others; ratio \(weight)")
        }
    }

    private func row(_ fields: [String]) -> String {
        fields.enumerated().map { place, field in
            let width = place == 0 ? 5 : 9
            let pad = String(repeating: " ", count: max(0, width - field.count))
            return place == 0 ? field + pad : pad + field
        }.joined()
    }

    private func share(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? "-" : String(format: "%.0f %%", Double(part) / Double(whole) * 100)
    }
}

/// The result of `concord thesaurus check` for one language, as JSON. README.md promises names and types.
struct AttestationDocument: Encodable {
    struct Term: Encodable {
        var concept: String
        var term: String
        var preferred: Bool
        var provisions: Int
        var places: [String]
    }

    struct Candidate: Encodable {
        var term: String
        var domain: Int
        var other: Int
        var ratio: Double
    }

    var language: String
    var texts: Int
    var terms: [Term]
    var attested: Int
    var concepts: Int
    var attestedConcepts: Int
    var missing: [Candidate]

    init(_ language: AttestationReport.Language) {
        self.language = language.tag
        texts = language.texts
        terms = language.terms.map {
            Term(
                concept: $0.concept, term: $0.text, preferred: $0.isPreferred, provisions: $0.provisions,
                places: $0.places)
        }
        attested = language.attested
        concepts = language.concepts
        attestedConcepts = language.attestedConcepts
        missing = language.candidates.map {
            Candidate(
                term: $0.text, domain: $0.domain, other: $0.other, ratio: ($0.likelihood * 10).rounded() / 10)
        }
    }
}
