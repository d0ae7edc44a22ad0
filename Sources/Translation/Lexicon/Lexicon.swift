internal import Foundation
internal import Synchronization

/// The words of legislation in many languages: words by English headword (`lexicon/<language>.tsv`, written by hand) and
/// the names of the thesaurus's concepts by concept (`concepts/<language>.tsv`, made from it by
/// `concord thesaurus export`).
///
/// A line is a headword, a tab, and its translations with `|` between them, the commonest in statutes first; lines are
/// sorted by the bytes of the headword. A headword stands for its family (`licence` for licence, license, licensing),
/// and translations cover noun and verb. The file of English has each headword with its commonest form.
///
/// Files are read when their language is first asked for. Any number of threads may use one lexicon.
public final class Lexicon: Sendable {
    /// What the first field of a line is.
    public enum Section: String, Sendable, Hashable, CaseIterable {
        /// English headwords.
        case words = "lexicon"
        /// Ids of concepts of the thesaurus.
        case concepts
    }

    /// A headword or concept with its translations.
    public struct Entry: Sendable, Hashable {
        /// The English headword, or the concept's id.
        public var headword: String
        /// At least one, the likeliest first.
        public var translations: [String]
    }

    /// Primary language subtags that there is a file of, sorted; `en` among them.
    public let languages: [String]
    private let home: URL
    private let files = Mutex<[String: LexiconFile]>([:])
    /// Nil for a language without a table.
    private let everyday = Mutex<[String: EverydayTable?]>([:])

    /// Finds the lexicon that comes with the program.
    ///
    /// - Throws: ``TranslationError`` where it is missing.
    public init(folder: TranslationFolder = TranslationFolder()) throws(TranslationError) {
        home = try folder.home()
        languages = try Lexicon.tables(.words, in: home)
    }

    /// Names of the tables of a section without their ending, sorted.
    private static func tables(_ section: Section, in home: URL) throws(TranslationError) -> [String] {
        let path = home.appendingPathComponent(section.rawValue).path
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw TranslationError(
                file: section.rawValue, reason: "no such folder in \(home.path); restore it from the repository")
        }
        return names.filter { $0.hasSuffix(".tsv") && !$0.hasPrefix(".") }.map { String($0.dropLast(4)) }.sorted()
    }

    /// Languages in which concepts have names, sorted; `mul` stands for names that are the same in every language.
    ///
    /// - Throws: ``TranslationError`` where the folder of concepts is missing.
    public func conceptLanguages() throws(TranslationError) -> [String] {
        try Self.tables(.concepts, in: home).filter { $0 != Self.indicationTable }
    }

    private static let indicationTable = "indications"

    /// The language of a file that serves a tag: the written standards of Norwegian share one, and so on; nil where there
    /// is none.
    public func language(serving tag: String) -> String? {
        let primary = String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
        let name =
            switch primary {
            case "no", "nn": "nb"
            case "yue", "cmn", "lzh": "zh"
            case "bs", "cnr", "sh": "hr"
            default: primary
            }
        return languages.contains(name) ? name : nil
    }

    /// Translations of an English headword, or names of a concept, the likeliest first; empty where there are none.
    ///
    /// - Parameter language: one of ``languages``.
    /// - Throws: ``TranslationError`` where the file is missing or at fault.
    public func translations(
        of headword: String, _ section: Section, into language: String
    ) throws(TranslationError) -> [String] {
        try file(section, language).translations(of: headword)
    }

    /// All entries of a language, by headword or id.
    ///
    /// - Throws: ``TranslationError`` where the file is missing or at fault.
    public func entries(_ section: Section, _ language: String) throws(TranslationError) -> [Entry] {
        try file(section, language).entries()
    }

    /// A matrix row that a concept points to, and how strongly, above 0 to 1.
    public struct Indication: Sendable, Hashable {
        /// The row's code.
        public var code: String
        /// How strongly.
        public var strength: Double
    }

    /// The matrix rows that a concept points to; empty where there are none.
    ///
    /// - Throws: ``TranslationError`` where the file is missing or at fault.
    public func indications(of concept: String) throws(TranslationError) -> [Indication] {
        var indications: [Indication] = []
        for field in try file(.concepts, Self.indicationTable).translations(of: concept) {
            let parts = field.split(separator: " ")
            guard parts.count == 2, let strength = Double(parts[1]), strength > 0, strength <= 1 else {
                throw TranslationError(
                    file: "concepts/\(Self.indicationTable).tsv",
                    reason: "'\(field)' of \(concept) is not a code and a number; run 'concord thesaurus export'")
            }
            indications.append(Indication(code: String(parts[0]), strength: strength))
        }
        return indications
    }

    /// What people say in everyday words in place of those of the law; nil where there is no table of the language.
    ///
    /// - Parameter language: one of ``languages``.
    /// - Throws: ``TranslationError`` where the table is at fault.
    public func everyday(_ language: String) throws(TranslationError) -> EverydayTable? {
        if let known = everyday.withLock({ $0[language] }) { return known }
        let name = "everyday/\(language).tsv"
        let url = home.appendingPathComponent(name)
        var table: EverydayTable?
        if FileManager.default.fileExists(atPath: url.path) {
            guard let data = try? Data(contentsOf: url) else {
                throw TranslationError(file: name, reason: "\(url.path) cannot be read; restore it from the repository")
            }
            table = try EverydayTable(name: name, bytes: [UInt8](data))
        }
        everyday.withLock { $0[language] = .some(table) }
        return table
    }

    private func file(_ section: Section, _ language: String) throws(TranslationError) -> LexiconFile {
        let name = "\(section.rawValue)/\(language).tsv"
        if let known = files.withLock({ $0[name] }) { return known }
        let url = home.appendingPathComponent(name)
        // The thesaurus has fewer languages than the lexicon.
        let file =
            section == .concepts && !FileManager.default.fileExists(atPath: url.path)
            ? LexiconFile(name: name, bytes: []) : try LexiconFile(name: name, url: url)
        files.withLock { $0[name] = file }
        return file
    }
}
