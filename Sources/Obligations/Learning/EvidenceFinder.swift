internal import TextAnalysis

/// Sees what is in a provision: concepts by their names, headwords through the lexicon, rules that fire.
struct EvidenceFinder: Sendable {
    let recognizer: ConceptRecognizer
    let scorer: RuleScorer
    let headwords: HeadwordFinder
    let translated: TranslatedNames

    func evidence(
        title: TokenBuffer, heading: TokenBuffer, text: TokenBuffer, language: String
    ) -> ProvisionEvidence {
        let trie = recognizer.trie(for: language)
        let isFew = recognizer.namesFew(in: language)
        func named(_ buffer: TokenBuffer) -> [NameMatch] {
            var matches: [NameMatch] = []
            trie.findMatches(in: buffer, into: &matches)
            return matches
        }
        func translating(_ buffer: TokenBuffer) -> [NameMatch] {
            headwords.matches(in: buffer, language: language, before: FeatureExtractor.lastWordPosition)
        }
        var (inHeading, inText) = (named(heading), named(text))
        let lengths = (heading: Int(heading.positionCount), text: Int(text.positionCount))
        // Most provisions of general law speak of no concept; of 434 that serve a cell one does not.
        guard isFew || !inHeading.isEmpty || !inText.isEmpty else {
            return ProvisionEvidence(
                profile: ProvisionProfile(title: [], heading: [], text: []), words: ([], [], []), lengths: lengths,
                rules: [])
        }
        var inTitle = named(title)
        let words = (title: translating(title), heading: translating(heading), text: translating(text))
        if isFew {
            inTitle = Self.joined(inTitle, translated.matches(in: words.title))
            inHeading = Self.joined(inHeading, translated.matches(in: words.heading))
            inText = Self.joined(inText, translated.matches(in: words.text))
        }
        let profile = ProvisionProfile(title: inTitle, heading: inHeading, text: inText)
        return ProvisionEvidence(
            profile: profile, words: words, lengths: lengths,
            rules: profile.body.isEmpty ? [] : scorer.scores(profile))
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
