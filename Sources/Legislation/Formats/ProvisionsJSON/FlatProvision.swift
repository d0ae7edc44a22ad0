import Foundation

/// One entry of a flat list of provisions.
struct FlatProvision {
    private let reference: String
    private let number: String?
    private let title: String
    private let chapter: String?
    private let content: String

    init(_ item: ProvisionsJSONFormat.Object, index: Int) {
        let text = ProvisionsJSONFormat.text
        let section = text(item["section"]) ?? text(item["section_number"]) ?? text(item["number"])
        number = section == "undefined" ? nil : section
        reference = text(item["provision_ref"]) ?? text(item["ref"]) ?? number.map { "s" + $0 } ?? "p\(index + 1)"
        title = Self.withoutDebris(text(item["title"]) ?? text(item["heading"]) ?? "")
        chapter = text(item["chapter"])?.singleSpaced
        content = Self.withoutDebris(text(item["content"]) ?? text(item["text"]) ?? "")
    }

    /// Nil when there are no words.
    func provision(_ ids: inout EIdAllocator) -> Provision? {
        var heading: String? = title.singleSpaced
        var number = number
        if let match = HeadingMatcher.match(title), case .unit = match.entry {
            heading = ProvisionHeading.cleaned(match.rest)
            number = number ?? match.numeral?.printed
        }
        if let sign = number, sign.hasPrefix("§") { number = sign.dropFirst().trimmed }
        if heading?.isEmpty == true || heading == number { heading = nil }
        // A title that is nothing but the beginning of the text is no title.
        if let title = heading, content.singleSpaced == title { heading = nil }
        if content.isEmpty && heading == nil { return nil }
        let (kind, prefix) = kind
        let suffix = id(of: number ?? "")
        let base = suffix.isEmpty ? "\(prefix)_\(id(of: reference))" : "\(prefix)_\(suffix)"
        return Provision(
            eId: ids.allocate(base), kind: kind, number: number, heading: heading, path: chapter.map { [$0] } ?? [],
            text: content.isEmpty ? (heading ?? "") : content)
    }

    /// What the letters of the reference stand for.
    private var kind: (ProvisionKind, String) {
        let letters = reference.prefix { $0.isLetter }.lowercased()
        switch letters {
        case "art", "article", "madde", "dieu", "pasal", "articulo", "artículo": return (.article, "art")
        case "sch", "schedule", "annex", "app":
            return title == "คำปรารภ" ? (.preamble, "preamble") : (.schedule, "sched")
        case "r", "rule": return (.rule, "rule")
        case "reg", "regulation": return (.regulation, "reg")
        case "s", "sec", "section": return (.section, "sec")
        case "preamble": return (.preamble, "preamble")
        default: return number == nil ? (.other, "prov") : (.section, "sec")
        }
    }

    private func id(of text: String) -> String {
        var scanner = ScalarScanner(text)
        if let numeral = scanner.numeral(afterSign: true), scanner.isAtEnd { return numeral.id }
        return WorkIRI.slug(text, limit: 40)
    }

    /// Some copies carry the tail of an HTML attribute before the words: `0807'> s1]'> 1. Short title`.
    private static func withoutDebris(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: ">")), let last = text.range(of: "'> ", options: .backwards),
            text.distance(from: text.startIndex, to: last.lowerBound) < 60
        else { return text.trimmed }
        return text[last.upperBound...].trimmed
    }
}
