public import Foundation
internal import Synchronization

/// Translations of words that were learned from laws which say the same in two languages, with probabilities.
///
/// A file `xx-yy.tsv` for each pair of languages, in alphabetical order of their tags; `benchmarks/LexiconLearning` makes
/// them. A file is read when its pair is first asked for, and kept; threads may share one lexicon.
public struct LearnedLexicon: Sendable {
    /// The pairs of languages (primary subtags) that have a file, sorted.
    public let pairs: [Pair]

    private let store: Store

    /// Two languages of one file.
    public struct Pair: Sendable, Hashable {
        /// The language of the file's source stems; before ``second`` in the alphabet.
        public var first: String
        /// The language of its target stems.
        public var second: String

        var fileName: String { "\(first)-\(second).tsv" }
    }

    /// What a file says of itself.
    public struct Description: Sendable, Hashable {
        /// The number of pairs of stems.
        public var count: Int
        /// The ``Analyzer/version`` that made the stems.
        public var analysisVersion: UInt32
        /// What it was trained on and how.
        public var provenance: String
    }

    /// The lexicon of a folder; no file is read yet.
    ///
    /// - Throws: ``LearnedLexiconError`` where there is no such folder.
    public init(folder: URL) throws(LearnedLexiconError) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
            throw LearnedLexiconError(
                file: folder.path, reason: "there is no such folder, or it cannot be read",
                mend: "build the package again, or name another folder")
        }
        pairs = names.sorted().compactMap { name in
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[1] == "tsv" else { return nil }
            let tags = parts[0].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
            guard tags.count == 2, !tags[0].isEmpty, tags[0] < tags[1] else { return nil }
            return Pair(first: tags[0], second: tags[1])
        }
        store = Store(folder: folder)
    }

    /// The lexicon that comes with the program, beside the hand-written one (``TranslationFolder``).
    ///
    /// - Throws: ``LearnedLexiconError`` where it is found nowhere.
    public static func bundled() throws(LearnedLexiconError) -> LearnedLexicon {
        let home: URL
        do {
            home = try TranslationFolder().home()
        } catch {
            throw LearnedLexiconError(file: "learned", reason: error.reason)
        }
        return try LearnedLexicon(folder: home.appendingPathComponent("learned", isDirectory: true))
    }

    /// The translations of a stem, best score first; empty where it has none, or the two languages have no file.
    ///
    /// - Parameters:
    ///   - stem: a term in stem form, as ``Analyzer`` makes it in the language `source`.
    ///   - source: BCP 47 tag; only the primary subtag counts.
    ///   - target: likewise; may stand before or behind `source` in the file's name.
    /// - Throws: ``LearnedLexiconError`` with file, line and mend, where the file is damaged.
    public func translations(
        of stem: [UInt8], from source: String, to target: String
    ) throws(LearnedLexiconError) -> [LearnedTranslation] {
        let (from, to) = (Self.primary(source), Self.primary(target))
        let pair = Pair(first: min(from, to), second: max(from, to))
        guard pairs.contains(pair) else { return [] }
        let isReversed = from != pair.first
        return try store.file(of: pair, byTarget: isReversed).translations(of: stem, reversed: isReversed)
    }

    /// The translations of a stem, as ``translations(of:from:to:)-([UInt8],_,_)``.
    public func translations(
        of stem: String, from source: String, to target: String
    ) throws(LearnedLexiconError) -> [LearnedTranslation] {
        try translations(of: Array(stem.utf8), from: source, to: target)
    }

    /// What the first line of a pair's file says; the pair is one of ``pairs``.
    ///
    /// - Throws: ``LearnedLexiconError`` where the file is missing or its first line another.
    public func description(of pair: Pair) throws(LearnedLexiconError) -> Description {
        try store.description(of: pair)
    }

    private static func primary(_ tag: String) -> String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    /// The files read so far.
    private final class Store: Sendable {
        private let folder: URL
        private let files = Mutex<[Pair: LearnedLexiconFile]>([:])

        init(folder: URL) { self.folder = folder }

        func description(of pair: Pair) throws(LearnedLexiconError) -> Description {
            let url = folder.appendingPathComponent(pair.fileName)
            // Mapped, so that of a long file only the first page is read.
            let line = try read(url, options: .mappedIfSafe).prefix { $0 != UInt8(ascii: "\n") }
            return try LearnedLexiconFile.description(bytes: Array(line), path: url.path)
        }

        /// - Parameter byTarget: whether stems of the target language are to be found.
        func file(of pair: Pair, byTarget: Bool) throws(LearnedLexiconError) -> LearnedLexiconFile {
            try files.withLock { files throws(LearnedLexiconError) in
                var file: LearnedLexiconFile
                if let known = files[pair] {
                    if !byTarget || known.isOrderedByTarget { return known }
                    file = known
                } else {
                    let url = folder.appendingPathComponent(pair.fileName)
                    file = try LearnedLexiconFile(bytes: Array(try read(url)), path: url.path)
                    guard file.source == pair.first, file.target == pair.second else {
                        throw LearnedLexiconError(
                            file: url.path, line: 1,
                            reason: "it is of \(file.source) and \(file.target), which is not what its name says")
                    }
                }
                if byTarget { file.orderByTarget() }
                files[pair] = file
                return file
            }
        }

        private func read(_ url: URL, options: Data.ReadingOptions = []) throws(LearnedLexiconError) -> Data {
            guard let data = try? Data(contentsOf: url, options: options) else {
                throw LearnedLexiconError(file: url.path, reason: "it cannot be read")
            }
            return data
        }
    }
}
