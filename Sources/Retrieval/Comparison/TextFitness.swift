internal import Catalog
internal import Legislation

/// How well a provision serves a drafter, its matter aside.
struct TextFitness {
    /// What is offered first.
    enum Standing: Int, Comparable, CaseIterable {
        /// Operative text of a law that is not known to be repealed.
        case operative
        /// Preambles, definitions, notes and the like.
        case auxiliary
        /// Text of a repealed law.
        case repealed

        static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
    }

    /// Lengths, in letters, within which a provision can be read and compared at one view.
    static let readable = 200.0...2500.0

    let standing: Standing
    /// 1 for a text of readable length, less for fragments and for very long texts, 0 to 1.
    let readability: Double

    /// - Parameter isHousekeeping: whether the heading announces definitions, commencement, scope and nothing else.
    init(_ record: ProvisionRecord, isHousekeeping: Bool) {
        switch record.provision.kind {
        case _ where record.law.law.status == .repealed: standing = .repealed
        // Schedules stay: for control lists they are the substance.
        case .preamble, .definition, .footnote: standing = .auxiliary
        default: standing = isHousekeeping ? .auxiliary : .operative
        }
        readability = Self.readability(letters: Self.letters(of: record.provision.text))
    }

    static func readability(letters: Double) -> Double {
        if letters < readable.lowerBound { return letters / readable.lowerBound }
        return letters <= readable.upperBound ? 1 : max(0.2, readable.upperBound / letters)
    }

    /// Letters of alphabetic text that say as much: a Han character, Kana or Hangul syllable counts for three.
    static func letters(of text: String) -> Double {
        var letters = 0.0
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            letters += (0x2E80...0xD7A3).contains(scalar.value) || scalar.value >= 0x20000 ? 3 : 1
        }
        return letters
    }
}
