import Legislation
import TestSupport

/// A law made up at random, with the characters and gaps that trouble writers.
struct GeneratedLaw {
    var law: Law
    var provisions: [Provision] = []

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let date = [nil, "2001", "2001-04", "2001-04-05", "2001-02-31"]
        law = Law(
            work: "/akn/ke/act/2001/\(seed)",
            jurisdiction: (try? Jurisdiction(code: ["KE", "ZZ", "UN"].randomElement(using: &random) ?? "KE"))
                ?? .unknown,
            language: (try? LanguageTag(["en", "und", "zh-Hant", "ar"].randomElement(using: &random) ?? "en"))
                ?? .undetermined,
            title: Self.text(&random), number: Self.maybe(&random), kind: Self.maybe(&random),
            enacted: date.randomElement(using: &random) ?? nil, inForce: date.randomElement(using: &random) ?? nil,
            version: date.randomElement(using: &random) ?? nil,
            status: LawStatus.allCases.randomElement(using: &random) ?? .unknown, sourceURL: Self.maybe(&random),
            authenticity: TextAuthenticity.allCases.randomElement(using: &random) ?? .unknown)
        let headings = (0..<4).map { _ in Self.text(&random) } + ["Part 1 Ports", "Chapter 2", "Annex A", ""]
        for number in 0..<Int.random(in: 0...12, using: &random) {
            var provision = Provision(
                eId: ["art_\(number)", "§ \(number)", "body", "concord", "hdg_1", "", "\(number)\u{2003}x"]
                    .randomElement(using: &random) ?? "",
                kind: ProvisionKind.allCases.randomElement(using: &random) ?? .other, number: Self.maybe(&random),
                heading: Self.maybe(&random),
                path: (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
                    headings.randomElement(using: &random)
                },
                text: Self.text(&random), externalID: Self.maybe(&random))
            // The eIds of a law are unique; that is for the reader to see to.
            if provisions.contains(where: { $0.eId == provision.eId }) { provision.eId += "_\(number)" }
            if Bool.random(using: &random) {
                provision.obligationTags = [
                    ObligationTag(code: "op2.use", weapons: ["NW", "BW"], aspect: "enforcement"),
                    ObligationTag(code: "op1.npt", weapons: [], aspect: "framework"),
                ]
            }
            provisions.append(provision)
        }
    }

    private static func maybe(_ random: inout SeededGenerator) -> String? {
        Bool.random(using: &random) ? text(&random) : nil
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...9, using: &random)).map { _ in odd.randomElement(using: &random) ?? "" }.joined()
    }

    private static let odd = [
        " ", "  ", "\n", "\n\n", "\t", "\r", "\r\n", "<", ">", "&", "\"", "'", "&amp;", "]]>", "<!--", "-->", "%20",
        "#",
        "\u{A0}", "\u{85}", "\u{2028}", "\u{FEFF}", "e\u{301}", "👩‍⚖️", "العربية", "第一条", "\u{10FFFF}", "word", "<?xml?>",
        "\u{9F}", "\u{FFFD}",
    ]
}
