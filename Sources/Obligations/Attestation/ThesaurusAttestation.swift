internal import TextAnalysis

/// Counts which names of the thesaurus occur in texts of law.
///
/// A name occurs where its words stand side by side, in any of their forms: names and texts go through the same
/// analysis, and stems are compared (character bigrams in Chinese and Japanese). A name within a longer one counts too.
public struct ThesaurusAttestation {
    private let thesaurus: Thesaurus
    private let wantsCandidates: Bool
    private var languages: [String: LanguageAttestation] = [:]

    /// - Parameter wantsCandidates: whether frequent words that the thesaurus lacks are looked for; costs memory.
    public init(thesaurus: Thesaurus, wantsCandidates: Bool) {
        self.thesaurus = thesaurus
        self.wantsCandidates = wantsCandidates
    }

    /// Counts the names in a text.
    ///
    /// - Parameters:
    ///   - language: BCP 47 tag; only the primary subtag counts.
    ///   - law: which law the text is of; texts of one law come one after the other.
    ///   - place: how the text is named in the report; asked only where a name needs it.
    public mutating func add(_ text: String, language: String, law: Int, place: () -> String) {
        let tag = ConceptRecognizer.labelLanguage(language)
        if languages[tag] == nil {
            languages[tag] = LanguageAttestation(tag, thesaurus: thesaurus, wantsCandidates: wantsCandidates)
        }
        languages[tag]?.add(text, law: law, place: place)
    }

    /// What was found so far; languages of the thesaurus of which no text was read are there as well.
    public func report() -> AttestationReport {
        var report = AttestationReport(languages: [])
        for tag in thesaurus.languages {
            let terms = LanguageAttestation.names(of: thesaurus, tag).filter { $0.language == tag }
            guard !terms.isEmpty else { continue }
            let found = languages[tag]
            report.languages.append(
                AttestationReport.Language(
                    tag: tag, texts: found?.texts ?? 0,
                    terms: terms.enumerated().map { place, name in
                        term(name, provisions: found?.provisions[place] ?? 0, places: found?.places[place] ?? [])
                    },
                    candidates: found?.candidates() ?? []))
        }
        // Names of every language follow the language's own, in each language's list.
        let common = LanguageAttestation.names(of: thesaurus, "mul").filter { $0.language == "mul" }
        let found = languages.values.sorted { $0.tag < $1.tag }
        report.languages.append(
            AttestationReport.Language(
                tag: "mul", texts: found.reduce(0) { $0 + $1.texts },
                terms: common.enumerated().map { place, name in
                    term(
                        name, provisions: found.reduce(0) { $0 + $1.provisions[$1.ownCount + place] },
                        places: Array(
                            found.flatMap { $0.places[$0.ownCount + place] }.prefix(LanguageAttestation.placeLimit)))
                }, candidates: []))
        return report
    }

    private func term(
        _ name: LanguageAttestation.Name, provisions: Int, places: [String]
    ) -> AttestationReport.Term {
        AttestationReport.Term(
            concept: thesaurus.concepts[name.concept].id, text: name.text, isPreferred: name.isPreferred,
            provisions: provisions, places: places)
    }
}
