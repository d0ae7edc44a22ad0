/// The way from a word's exact form to its stem form, by the language's policy.
final class WordStemmer {
    private let policy: LanguagePolicy
    private let snowball: SnowballStemmer?
    private var word: [UInt8] = []

    init(policy: LanguagePolicy) {
        self.policy = policy
        if case .snowball(let algorithm) = policy.stemming {
            snowball = SnowballStemmer(algorithm: algorithm)
        } else {
            snowball = nil
        }
    }

    /// Writes the stem of a word to `out`: of `exact`, or where the language tells I from İ of the `original`.
    func stem(exact: [UInt8], original: UTF8Text, into out: inout [UInt8]) {
        out.removeAll(keepingCapacity: true)
        if !Self.hasLetters(exact) {
            out.append(contentsOf: exact)
            return
        }
        word.removeAll(keepingCapacity: true)
        if policy.hasDotlessI {
            appendTurkic(original)
        } else {
            word.append(contentsOf: exact)
        }
        switch policy.stemming {
        case .none: foldDiacritics(into: &out)
        case .snowball:
            policy.preparation.apply(to: &word)
            snowball?.stem(&word)
            foldDiacritics(into: &out)
        case .suffixes(let stemmer):
            foldDiacritics(into: &out)
            stemmer.stem(&out)
        }
        if out.isEmpty { out.append(contentsOf: exact) }
    }

    private func foldDiacritics(into out: inout [UInt8]) {
        if policy.keepsAll {
            out.append(contentsOf: word)
        } else {
            DiacriticFold.fold(word, keeping: policy.keptLetters, into: &out)
        }
    }

    private static func hasLetters(_ word: [UInt8]) -> Bool {
        word.contains { $0 >= 0x80 || ($0 >= 0x61 && $0 <= 0x7A) }
    }

    /// The exact form of a word in which I is first written ı and İ (also as I and a combining dot) i, and ı survives.
    private func appendTurkic(_ original: UTF8Text) {
        var piece: [UInt8] = []
        func flush() {
            guard !piece.isEmpty else { return }
            piece.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return }
                ExactFold.fold(UTF8Text(base: base, count: bytes.count), into: &word)
            }
            piece.removeAll(keepingCapacity: true)
        }
        var index = 0
        while index < original.count {
            let (scalar, length) = original.decode(at: index)
            index += length
            let dotFollows =
                index + 1 < original.count && original[index] == 0xCC && original[index + 1] == 0x87
            if scalar == 0x131 || (scalar == 0x49 && !dotFollows) {
                flush()
                word.append(scalar: 0x131)
            } else if scalar == 0x130 || scalar == 0x49 {
                flush()
                word.append(0x69)
                if scalar == 0x49 { index += 2 }
            } else {
                piece.append(scalar: scalar)
            }
        }
        flush()
    }
}
