internal import TextAnalysis

/// Sees what is in a provision: concepts by their names, headwords through the lexicon, rules that fire.
struct EvidenceFinder: Sendable {
    let recognizer: ConceptRecognizer
    let scorer: RuleScorer
    let headwords: HeadwordFinder
    let translated: TranslatedNames

    /// - Parameter isHopeless: asked, where no rule fires, of what concepts tell; true ends the search before words
    ///   are looked up.
    /// - Returns: nil where `isHopeless` said so, and where nothing names a concept.
    func evidence(
        title: TokenBuffer, heading: TokenBuffer, text: TokenBuffer, language: String,
        isHopeless: (ProvisionEvidence) -> Bool = { _ in false }
    ) -> ProvisionEvidence? {
        let trie = recognizer.trie(for: language)
        func named(_ buffer: TokenBuffer) -> [NameMatch] {
            var matches: [NameMatch] = []
            trie.findMatches(in: buffer, into: &matches)
            return matches
        }
        func translating(_ buffer: TokenBuffer) -> [NameMatch] {
            headwords.matches(in: buffer, language: language, before: FeatureExtractor.lastWordPosition)
        }
        var (inHeading, inText) = (named(heading), named(text))
        let isFew = recognizer.namesFew(in: language)
        // Most provisions of general law speak of no concept; of 434 that serve a cell one does not.
        guard isFew || !inHeading.isEmpty || !inText.isEmpty else { return nil }
        var inTitle = named(title)
        var words: (title: [NameMatch], heading: [NameMatch], text: [NameMatch]) = ([], [], [])
        if isFew {
            words = (translating(title), translating(heading), translating(text))
            inTitle = Self.joined(inTitle, translated.matches(in: words.title))
            inHeading = Self.joined(inHeading, translated.matches(in: words.heading))
            inText = Self.joined(inText, translated.matches(in: words.text))
            guard !inHeading.isEmpty || !inText.isEmpty else { return nil }
        }
        let profile = ProvisionProfile(title: inTitle, heading: inHeading, text: inText)
        var seen = ProvisionEvidence(
            profile: profile, words: words,
            lengths: (heading: Int(heading.positionCount), text: Int(text.positionCount)),
            rules: scorer.scores(profile))
        if seen.rules.isEmpty, isHopeless(seen) { return nil }
        if !isFew { seen.words = (translating(title), translating(heading), translating(text)) }
        return seen
    }

    /// Names and what translated words add to them, where no name of that concept stands already.
    private static func joined(_ names: [NameMatch], _ more: [NameMatch]) -> [NameMatch] {
        let added = more.filter { match in
            !names.contains { $0.name == match.name && $0.positions.overlaps(match.positions) }
        }
        guard !added.isEmpty else { return names }
        return (names + added).sorted {
            $0.positions.lowerBound != $1.positions.lowerBound
                ? $0.positions.lowerBound < $1.positions.lowerBound : $0.name < $1.name
        }
    }
}
