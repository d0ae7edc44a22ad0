import TextAnalysis

/// The analysed fields of one provision after the other.
struct ProvisionTokens {
    private(set) var title = TokenBuffer()
    private(set) var heading = TokenBuffer()
    private(set) var text = TokenBuffer()
    private var analyzers: [String: Analyzer] = [:]

    mutating func analyze(title: String, heading: String, text: String, language: String) {
        let analyzer = analyzers[language] ?? Analyzer(language: language)
        analyzers[language] = analyzer
        self.title.removeAll()
        self.heading.removeAll()
        self.text.removeAll()
        analyzer.analyze(title, into: &self.title)
        analyzer.analyze(heading, into: &self.heading)
        analyzer.analyze(text, into: &self.text)
    }
}
