import TextAnalysis

/// The tokens of a text.
func tokens(_ text: String, _ language: String) -> TokenBuffer {
    var buffer = TokenBuffer()
    Analyzer(language: language).analyze(text, into: &buffer)
    return buffer
}
