/// One feature of a provision: what is seen and where, packed so that features sort and compare as numbers.
///
/// Features rest on concepts and on English headwords that words of any language translate, so that what is learned
/// in one language holds in others.
struct FeatureKey: Hashable, Comparable, Sendable {
    /// What a feature says; the item is a concept, a headword or a context, as the comments tell.
    enum Kind: UInt8, CaseIterable {
        /// Concept in the law's title, in the heading, in the text, in heading or text.
        case titleConcept, headingConcept, textConcept, bodyConcept
        /// Context (a set of concepts that `rules.tsv` names) of the title, and of heading or text.
        case titleContext, bodyContext
        /// Context of the provision together with a concept in heading or text.
        case crossed
        /// Headword that a word translates, in title, heading and text.
        case titleWord, headingWord, textWord
        /// Length, headings: see ``Shape``.
        case shape
    }

    /// Features of the form of a provision.
    enum Shape: UInt16, CaseIterable {
        case length, short, noHeading, concepts

        var name: String {
            switch self {
            case .length: "length"
            case .short: "short"
            case .noHeading: "no-heading"
            case .concepts: "concepts"
            }
        }
    }

    /// Features are scaled to unit length within each of these.
    static let blockCount = 3

    let raw: UInt32

    init(_ kind: Kind, _ item: Int, context: Int = 0) {
        raw = UInt32(kind.rawValue) << 24 | UInt32(context & 0xFF) << 16 | UInt32(item & 0xFFFF)
    }

    init(raw: UInt32) { self.raw = raw }

    var kind: Kind { Kind(rawValue: UInt8(raw >> 24)) ?? .shape }
    var context: Int { Int(raw >> 16 & 0xFF) }
    var item: Int { Int(raw & 0xFFFF) }

    var block: Int {
        switch kind {
        case .titleConcept, .headingConcept, .textConcept, .bodyConcept, .shape: 0
        case .titleContext, .bodyContext, .crossed: 1
        case .titleWord, .headingWord, .textWord: 2
        }
    }

    var isWord: Bool { block == 2 }

    static func < (left: FeatureKey, right: FeatureKey) -> Bool { left.raw < right.raw }
}

/// A feature with its strength, before weighting.
struct Feature: Sendable, Hashable {
    var key: FeatureKey
    var value: Float
}
