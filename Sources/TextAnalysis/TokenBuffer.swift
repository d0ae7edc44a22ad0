/// The tokens of one text: terms in one byte arena, one small record per token, reused from text to text
/// so that analysis allocates nothing once the buffer has grown.
public struct TokenBuffer: Sendable {
    /// Which of the two term spaces a token belongs to.
    public enum Form: UInt8, Sendable, CaseIterable, BitwiseCopyable {
        /// Language-neutral: case-folded NFKC surface form; overlapping bigrams for Han text. Quoted words meet this form.
        case exact = 0
        /// Language form: folded by the language's policy and stemmed; dictionary words for Han, Thai and the like.
        case stem = 1
    }

    /// One token.
    public struct Record: Sendable, Hashable, BitwiseCopyable {
        /// Where the term's bytes begin in ``termBytes``.
        public var termOffset: UInt32
        /// Length of the term in bytes, 1 to 255.
        public var termLength: UInt8
        /// The term space.
        public var form: Form
        /// Word position (for Han text: character position), not falling within a form; the forms of one word share it.
        public var position: UInt32
        /// UTF-8 range of the *original* text that the token stands for.
        public var start: UInt32
        /// Behind the last byte of that range.
        public var end: UInt32
        /// A number for the form and the term among all that the analyzer has met, or 0 where it keeps none (for bigrams, and
        /// what is rare beyond measure). Equal numbers of one ``Analyzer/vocabulary`` mean equal forms and terms, so that who
        /// has looked the term up once need not do so again; a term may have several.
        public var word: UInt32

        /// Memberwise.
        public init(
            termOffset: UInt32, termLength: UInt8, form: Form, position: UInt32, start: UInt32, end: UInt32,
            word: UInt32 = 0
        ) {
            self.termOffset = termOffset
            self.termLength = termLength
            self.form = form
            self.position = position
            self.start = start
            self.end = end
            self.word = word
        }
    }

    /// UTF-8 bytes of all terms, one behind the other.
    public var termBytes: [UInt8] = []
    /// The tokens in text order.
    public var records: [Record] = []
    /// Number of word positions used, that is the position of the next word: the text's length for ranking.
    public var positionCount: UInt32 = 0

    /// A buffer without tokens.
    public init() {}

    /// Number of words: positions at which a word of the stem form begins. What is written without spaces has fewer words
    /// than positions, so that lengths of texts in different scripts can be compared by words only.
    public var wordCount: UInt32 {
        var count: UInt32 = 0
        var last: UInt32?
        for record in records where record.form == .stem && record.position != last {
            count &+= 1
            last = record.position
        }
        return count
    }

    /// Forgets the tokens and keeps the memory.
    public mutating func removeAll() {
        termBytes.removeAll(keepingCapacity: true)
        records.removeAll(keepingCapacity: true)
        positionCount = 0
    }

    /// The term of a token as a string.
    public func term(of record: Record) -> String {
        let start = Int(record.termOffset)
        return String(decoding: termBytes[start..<(start + Int(record.termLength))], as: UTF8.self)
    }

    /// Whether the token at `index` of ``records`` is the last character of a run of bigrams, standing alone at the
    /// run's end. A phrase made of a question's exact tokens leaves it out, for in a longer run of an indexed text
    /// that position holds a bigram; the bigram before it already demands the character.
    public func endsRun(_ index: Int) -> Bool {
        let record = records[index]
        guard record.form == .exact, record.position > 0 else { return false }
        var before = index - 1
        while before >= 0, records[before].position + 1 >= record.position {
            let previous = records[before]
            if previous.form == .exact, previous.position + 1 == record.position {
                return previous.start < record.start && previous.end == record.end
            }
            before -= 1
        }
        return false
    }
}
