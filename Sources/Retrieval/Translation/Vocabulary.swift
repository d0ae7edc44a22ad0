internal import Synchronization
internal import Translation

/// The lexicons and what was made of them, once for all searchers of a process: reading them costs more than a search.
final class Vocabulary: Sendable {
    let lexicon: Lexicon
    let learned: LearnedLexicon
    private let readers = Mutex<[String: QuestionReader]>([:])
    private static let common = Mutex<Vocabulary?>(nil)

    private init() throws {
        lexicon = try Lexicon()
        learned = try LearnedLexicon.bundled()
    }

    /// The vocabulary that comes with the program.
    ///
    /// - Throws: `TranslationError` or `LearnedLexiconError` where it is missing.
    static func shared() throws -> Vocabulary {
        try common.withLock { common in
            if let known = common { return known }
            let vocabulary = try Vocabulary()
            common = vocabulary
            return vocabulary
        }
    }

    /// The reader of questions in a language, which is one of the lexicon's.
    ///
    /// - Throws: `TranslationError` where a file of the lexicon is at fault.
    func reader(_ language: String) throws -> QuestionReader {
        if let known = readers.withLock({ $0[language] }) { return known }
        let reader = try QuestionReader(lexicon: lexicon, language: language)
        readers.withLock { $0[language] = reader }
        return reader
    }
}
