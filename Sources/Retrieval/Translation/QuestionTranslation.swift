internal import InvertedIndex
internal import TextAnalysis
internal import Translation

/// The translation of one question: what each part of it is looked for by in other languages.
final class QuestionTranslation {
    /// A term with the weight of a best match.
    typealias Weighted = (term: TranslatedTerm, boost: Float)

    private let reader: QuestionReader
    private let translator: QuestionTranslator
    private let analyzer: Analyzer
    /// Primary subtag of the question's language.
    let own: String
    private let languages: [String]
    private let shares: LanguageShares
    /// Weight of a word.
    private let weight: Float
    /// Whether provisions in the question's own language are wanted too.
    let wantsOwn: Bool
    /// What was found for one text: the terms, which of them are looked for, and with which weights.
    private typealias Lookup = (found: [TranslatedTerm], kept: [Int], boosts: [Float])
    /// All that was looked for so far, in every reading.
    private var lookups: [Lookup] = []
    /// Parts of names that more provisions of their language have are articles, prepositions and the like.
    private static let commonestPart = 0.3

    init(
        reader: QuestionReader, translator: QuestionTranslator, analyzer: Analyzer, own: String,
        languages: [String], shares: LanguageShares, weight: Float, wantsOwn: Bool
    ) {
        self.reader = reader
        self.translator = translator
        self.analyzer = analyzer
        self.own = own
        self.languages = languages
        self.shares = shares
        self.weight = weight
        self.wantsOwn = wantsOwn
    }

    /// What a word as it was typed counts for. In provisions of another language it is a name, a number or a word the
    /// languages share, and the less likely what was meant where it has a translation.
    ///
    /// - Throws: `TranslationError`, `LearnedLexiconError` or `IndexError` where a resource or the index is at fault.
    func ownFactor(of word: String) throws -> Float {
        if wantsOwn { return 1 }
        var tokens = TokenBuffer()
        analyzer.analyze(word, into: &tokens)
        let terms = try translator.terms(for: word, from: own, reader: reader, tokens: tokens, into: languages)
        return terms.isEmpty ? weight : translator.weights.translatedOwn
    }

    /// The terms that stand for some words of the question in the other languages, in groups: of the translations of a
    /// word the best in a provision counts. Added up, they would put words that have many before those that say more
    /// (A. Pirkola, "The effects of query structure and dictionary setups in dictionary-based cross-language information
    /// retrieval", SIGIR 1998).
    ///
    /// - Throws: `TranslationError`, `LearnedLexiconError` or `IndexError` where a resource or the index is at fault.
    func groups(for text: String) throws -> [[IndexTerm]] {
        var tokens = TokenBuffer()
        analyzer.analyze(text, into: &tokens)
        let weights = translator.weights
        let found = try translator.terms(for: text, from: own, reader: reader, tokens: tokens, into: languages)
        var mass = LanguageMass(languageCount: languages.count)
        // A question has some hundred terms, so they are told by their numbers and not moved about.
        var kept: [Int] = []
        var words: [Int] = []
        kept.reserveCapacity(found.count)
        words.reserveCapacity(found.count)
        // By words of the question, then language: in how many provisions its commonest translation stands.
        var frequencies: [Int] = []
        for number in found.indices {
            let (frequency, language) = (found[number].part.frequency, found[number].languagePlace)
            guard found[number].merit >= weights.least,
                !found[number].isPart || shares.share(of: frequency, in: language) < Self.commonestPart
            else { continue }
            // Terms of the same words mostly follow each other.
            let isSame = kept.last.map { found[$0].positions == found[number].positions } ?? false
            let place = isSame ? words[words.count - 1] : mass.place(of: found[number].positions)
            let row = place * languages.count
            if row == frequencies.count { frequencies += repeatElement(0, count: languages.count) }
            frequencies[row + language] = max(frequencies[row + language], frequency)
            kept.append(number)
            words.append(place)
        }
        guard !kept.isEmpty else { return [] }
        let common = stride(from: 0, to: frequencies.count, by: languages.count).map {
            shares.common(of: frequencies[$0..<$0 + languages.count])
        }
        var boosts: [Float] = []
        boosts.reserveCapacity(kept.count)
        for (number, place) in zip(kept, words) {
            let (frequency, language) = (found[number].part.frequency, found[number].languagePlace)
            let given = shares.given(frequency)
            let rarity = shares.rarity(
                of: frequency, in: language, common: common[place], pooling: Double(weights.pooling))
            let factor = given > 0 ? Float(rarity / given) : 0
            boosts.append(weight * found[number].weight * factor)
            mass.add(
                Double(found[number].merit * factor) * given, at: place, in: language, isPart: found[number].isPart)
        }
        let levels = mass.levels(evenness: Double(weights.evenness)).map { Float($0) }
        // One form may be a word of several languages, or translate several words of the question: its best counts.
        var best: [ObjectIdentifier: Int] = [:]
        best.reserveCapacity(kept.count)
        var isBest = [Bool](repeating: false, count: kept.count)
        for (place, number) in kept.enumerated() {
            boosts[place] *= levels[found[number].languagePlace]
            let score = boosts[place] * found[number].certainty
            guard score > 0 else { continue }
            let form = ObjectIdentifier(found[number].part.term)
            if let known = best[form] {
                guard score > boosts[known] * found[kept[known]].certainty else { continue }
                isBest[known] = false
            }
            best[form] = place
            isBest[place] = true
        }
        lookups.append((found, kept, boosts))
        var groups: [(position: UInt32, terms: [IndexTerm])] = []
        var last = 0
        for (place, number) in kept.enumerated() where isBest[place] {
            let position = found[number].positions.lowerBound
            if last >= groups.count || groups[last].position != position {
                last = groups.firstIndex { $0.position == position } ?? groups.count
                if last == groups.count { groups.append((position, [])) }
            }
            groups[last].terms.append(
                IndexTerm(found[number].part.term, boost: boosts[place], certainty: found[number].certainty))
        }
        return groups.sorted { $0.position < $1.position }.map(\.terms)
    }

    /// Of the terms looked for so far, those that are a reason to show a provision: both the word of the question and its
    /// translation say something.
    ///
    /// - Throws: `TranslationError` or `IndexError` where a resource or the index is at fault.
    func tellingTerms() throws -> [Weighted] {
        var known: [String: Bool] = [:]
        let terms = lookups.flatMap { found, kept, boosts in zip(kept, boosts).map { (found[$0], $1) } }
        return try terms.filter { term, _ in
            guard shares.isTelling(term.part.frequency, in: term.languagePlace) else { return false }
            let word = term.source.text
            if let isTelling = known[word] { return isTelling }
            let isTelling = shares.isTelling(try translator.memory.frequency(of: word, in: own), in: nil)
            known[word] = isTelling
            return isTelling
        }
    }
}
