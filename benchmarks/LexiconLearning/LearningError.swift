/// What keeps a lexicon from being learned, with the place and the mend.
struct LearningError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
