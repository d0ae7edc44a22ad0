internal import Synchronization

/// Turns text into tokens, in the way of one language.
///
/// Every word gives an `.exact` and a `.stem` token at one position. Runs of Han and Kana and of scripts written
/// without spaces (Thai, Lao, Khmer, Burmese) give overlapping bigrams of characters (or of clusters: a letter with its
/// marks) in the exact form, one per position, and ICU's dictionary words in the stem form, each at the position of its
/// first character. So a phrase of bigrams finds any passage that contains the characters in order, however text and
/// question were cut into words. The last character of a run stands alone as its own exact token; a question of two
/// characters and more leaves that token out of its phrase.
///
/// Elided articles and prepositions (`l'`, `d'`, `qu'`, `dell'`) are exact tokens only. Mid-word punctuation other than
/// apostrophes separates (`3.1`, `S/RES/1540`, `catch_all`, `EU:s`), except in initialisms (`U.S.C.` is `usc`) and
/// numbers grouped by thousands (`1,000` is `1000`). What is written without a separator stays one token (`1C350`).
///
/// An analyzer holds ICU and Snowball handles and a cache of words: make one per thread and language and keep it.
public final class Analyzer {
    /// Changes whenever the same text may give other tokens, so that an index knows which analysis made it.
    public static let version: UInt32 = 3

    /// The longest term in bytes; longer words are cut before a scalar.
    static let longestTerm = 255
    /// Bytes of a word that folding and stemming look at.
    private static let longestWord = 1020

    /// Tells this analyzer's numbers of words (``TokenBuffer/Record/word``) from those of any other of the process.
    public let vocabulary: UInt64
    private static let vocabularies = Atomic<UInt64>(0)

    /// The BCP 47 tag that the analyzer was made with.
    public let language: String

    let policy: LanguagePolicy
    let stemmer: WordStemmer
    let segmenter: DictionarySegmenter
    let scanner = WordScanner()
    let properties = TextProperties.table
    let cache = TermCache()
    // Both behind pointers of this object alone, freed with it: as fields they would be guarded against overlapping access
    // at every token.
    let run: UnsafeMutablePointer<DictionaryRun>
    private let output: UnsafeMutablePointer<TokenOutput>
    private var exact: [UInt8] = []
    private var stem: [UInt8] = []

    /// Whether tokens of the stem form are made too.
    let makesStems: Bool

    /// The analyzer of a language. An unknown one gets the root analyzer: no stemming, diacritics folded in the stem form.
    /// - Parameters:
    ///   - language: a BCP 47 tag; case and script subtags do not matter.
    ///   - forms: `.exact` alone spares stemming and the dictionaries of Han, Thai and the like.
    public init(language: String, forms: Set<TokenBuffer.Form> = [.exact, .stem]) {
        self.language = language
        vocabulary = Self.vocabularies.wrappingAdd(1, ordering: .relaxed).newValue
        makesStems = forms.contains(.stem)
        policy = LanguagePolicy(language: language)
        stemmer = WordStemmer(policy: policy)
        segmenter = DictionarySegmenter(language: language)
        run = .allocate(capacity: 1)
        run.initialize(to: DictionaryRun())
        output = .allocate(capacity: 1)
        output.initialize(to: TokenOutput())
    }

    deinit {
        run.deinitialize(count: 1)
        run.deallocate()
        output.deinitialize(count: 1)
        output.deallocate()
    }

    /// Appends the tokens of `text` to those in `buffer`.
    ///
    /// Positions continue from `buffer.positionCount`; ranges are relative to this text. Invalid UTF-8 separates words.
    /// Text beyond 4 GiB is left out, because ranges are of 32 bits.
    /// - Parameters:
    ///   - text: UTF-8 bytes, read only during the call.
    ///   - buffer: receives the tokens in text order. Where both forms of a word are equal they share their bytes.
    public func analyze(_ text: UnsafeBufferPointer<UInt8>, into buffer: inout TokenBuffer) {
        guard let base = text.baseAddress, !text.isEmpty else { return }
        let text = UTF8Text(base: base, count: min(text.count, Int(UInt32.max)))
        output.pointee.begin(behind: buffer)
        scan(text, 0, text.count, origin: Origin(offset: 0, fixedEnd: nil), into: &output.pointee)
        output.pointee.end(into: &buffer)
    }

    /// Appends the tokens of `text` to those in `buffer`, as ``analyze(_:into:)-(UnsafeBufferPointer<UInt8>,_)`` does.
    public func analyze(_ text: String, into buffer: inout TokenBuffer) {
        var text = text
        text.withUTF8 { analyze($0, into: &buffer) }
    }

    /// How indices of the bytes at hand become ranges of the original text.
    struct Origin {
        /// Added to every index, or the start of the one range that all tokens stand for.
        var offset: Int
        /// End of that range where the bytes at hand are the expansion of one word of the original text.
        var fixedEnd: Int?

        @inline(__always)
        func range(_ start: Int, _ end: Int) -> (start: UInt32, end: UInt32) {
            guard let fixedEnd else {
                return (UInt32(truncatingIfNeeded: offset &+ start), UInt32(truncatingIfNeeded: offset &+ end))
            }
            return (UInt32(truncatingIfNeeded: offset), UInt32(truncatingIfNeeded: fixedEnd))
        }
    }

    /// Appends the tokens of the bytes `start ..< end`, which begin and end at a word boundary.
    func scan(_ text: UTF8Text, _ start: Int, _ end: Int, origin: Origin, into output: inout TokenOutput) {
        let text = UTF8Text(base: text.base, count: end)
        var waiting = WaitingWords()
        var index = start
        while index < end {
            let byte = text[index]
            if byte < 0x80 {
                guard ASCIIWord.isAlphanumeric(byte) else {
                    index += 1
                    continue
                }
                let wordEnd = ASCIIWord.end(text, from: index)
                if wordEnd > index {
                    wait(text, index, wordEnd, &waiting, origin, into: &output)
                    index = wordEnd
                    continue
                }
            } else {
                let (scalar, _) = text.decode(at: index)
                if properties[scalar].needsDictionary {
                    appendWaiting(&waiting, text, origin, into: &output)
                    index = appendDictionaryRun(text, index, origin: origin, into: &output)
                    continue
                }
            }
            let segment = scanner.segment(text, from: index)
            if segment.isWord {
                if segment.mayNeedCutting {
                    appendWaiting(&waiting, text, origin, into: &output)
                    appendPieces(text, index, segment.end, origin: origin, into: &output)
                } else {
                    wait(text, index, segment.end, &waiting, origin, into: &output)
                }
            }
            index = segment.end
        }
        appendWaiting(&waiting, text, origin, into: &output)
    }

    /// Lets a word wait for those that follow.
    @inline(__always)
    private func wait(
        _ text: UTF8Text, _ start: Int, _ end: Int, _ waiting: inout WaitingWords, _ origin: Origin,
        into output: inout TokenOutput
    ) {
        let length = end &- start
        let hash = length <= TermCache.longestKey ? TermCache.hash(text.base + start, length) : 0
        cache.prefetchSlot(hash)
        waiting.append(WaitingWords.Word(start: start, length: length, hash: hash))
        if waiting.isFull { appendWaiting(&waiting, text, origin, into: &output) }
    }

    /// Appends the words that wait.
    @inline(never)
    private func appendWaiting(
        _ waiting: inout WaitingWords, _ text: UTF8Text, _ origin: Origin, into output: inout TokenOutput
    ) {
        for index in 0..<waiting.count { cache.prefetchBytes(waiting[index].hash) }
        for index in 0..<waiting.count {
            let word = waiting[index]
            let range = origin.range(word.start, word.start &+ word.length)
            appendWord(
                text.base + word.start, word.length, hash: word.hash, range, origin, exactOnly: false, into: &output)
        }
        waiting.removeAll()
    }

    /// Appends one word, `start ..< end` of `text`, in both forms.
    func appendWord(_ text: UTF8Text, _ start: Int, _ end: Int, origin: Origin, into output: inout TokenOutput) {
        let range = origin.range(start, end)
        appendWord(text.base + start, end &- start, range, origin, exactOnly: false, into: &output)
    }

    /// Appends the word of the given bytes as a token of the given range.
    func appendWord(
        _ bytes: UnsafePointer<UInt8>, _ length: Int, _ range: (start: UInt32, end: UInt32), _ origin: Origin,
        exactOnly: Bool, into output: inout TokenOutput
    ) {
        let hash = length <= TermCache.longestKey ? TermCache.hash(bytes, length) : 0
        appendWord(bytes, length, hash: hash, range, origin, exactOnly: exactOnly, into: &output)
    }

    /// Appends the word of the given bytes as a token of the given range.
    @inline(__always)
    func appendWord(
        _ bytes: UnsafePointer<UInt8>, _ length: Int, hash: UInt32, _ range: (start: UInt32, end: UInt32),
        _ origin: Origin, exactOnly: Bool, into output: inout TokenOutput
    ) {
        guard length <= TermCache.longestKey else {
            appendNewWord(bytes, length, nil, range, origin, exactOnly, into: &output)
            return
        }
        if let entry = cache.find(bytes, length, hash: hash) {
            append(cache.terms(of: entry), Int(entry.exactLength), entry.number, range, exactOnly, into: &output)
        } else {
            appendNewWord(bytes, length, hash, range, origin, exactOnly, into: &output)
        }
    }

    /// Folds and stems a word that the cache does not hold.
    @inline(never)
    private func appendNewWord(
        _ bytes: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt32?, _ range: (start: UInt32, end: UInt32),
        _ origin: Origin, _ exactOnly: Bool, into output: inout TokenOutput
    ) {
        var limit = min(length, Self.longestWord)
        while limit < length, limit > 0, bytes[limit] & 0xC0 == 0x80 { limit -= 1 }
        let word = UTF8Text(base: bytes, count: limit)
        exact.removeAll(keepingCapacity: true)
        ExactFold.fold(word, into: &exact)
        if exact.isEmpty { return }
        if origin.fixedEnd == nil, isSeveralWords(exact) {
            let expansion = exact
            expansion.withUnsafeBufferPointer { folded in
                guard let base = folded.baseAddress else { return }
                scan(
                    UTF8Text(base: base, count: folded.count), 0, folded.count,
                    origin: Origin(offset: Int(range.start), fixedEnd: Int(range.end)), into: &output)
            }
            return
        }
        if makesStems { stemmer.stem(exact: exact, original: word, into: &stem) } else { stem = exact }
        exact.truncate(toUTF8Length: Self.longestTerm)
        stem.truncate(toUTF8Length: Self.longestTerm)
        if let hash {
            let entry = cache.insert(bytes, length, hash: hash, exact: exact, stem: stem)
            append(cache.terms(of: entry), Int(entry.exactLength), entry.number, range, exactOnly, into: &output)
        } else {
            let exactLength = exact.count
            let padding = [UInt8](repeating: 0, count: OwnedArray<UInt8>.overread)
            let terms = (exact == stem ? exact : exact + stem) + padding
            terms.withUnsafeBufferPointer {
                let own = UnsafeBufferPointer(rebasing: $0.dropLast(padding.count))
                append(own, exactLength, 0, range, exactOnly, into: &output)
            }
        }
    }

    /// Whether folding has made several words of one, as of ½, ℃, ㍿ or ﷺ.
    private func isSeveralWords(_ folded: [UInt8]) -> Bool {
        var found = false
        folded.forEachScalar { scalar in
            let here = properties[scalar]
            if here.isHanOrKana || here.isComplexContext { found = true }
            let joins = here.isLetterOrNumber || here.isIgnorable || scalar == 0x27 || scalar == 0x22 || scalar == 0xB7
            if !joins { found = true }
        }
        return found
    }

    /// - Parameters:
    ///   - terms: followed by ``OwnedArray/overread`` readable bytes.
    ///   - number: of the word in the cache, or 0.
    @inline(__always)
    private func append(
        _ terms: UnsafeBufferPointer<UInt8>, _ exactLength: Int, _ number: UInt32,
        _ range: (start: UInt32, end: UInt32),
        _ exactOnly: Bool, into output: inout TokenOutput
    ) {
        let offset = output.byteOffset
        let position = output.positionCount
        output.append(overreading: terms)
        output.append(
            TokenBuffer.Record(
                termOffset: offset, termLength: UInt8(truncatingIfNeeded: exactLength), form: .exact,
                position: position, start: range.start, end: range.end, word: number &* 2))
        if !exactOnly, makesStems {
            let isShared = terms.count == exactLength
            output.append(
                TokenBuffer.Record(
                    termOffset: isShared ? offset : offset &+ UInt32(truncatingIfNeeded: exactLength),
                    termLength: UInt8(truncatingIfNeeded: isShared ? exactLength : terms.count &- exactLength),
                    form: .stem, position: position, start: range.start, end: range.end,
                    word: number == 0 ? 0 : number &* 2 &+ 1))
            if terms.count >= Self.shortestCompound, terms[terms.count &- 1] & 0xC0 == 0x80 {
                appendHangulBigrams(terms, exactLength, offset, range, position, into: &output)
            }
        }
        output.positionCount = position &+ 1
    }
}
