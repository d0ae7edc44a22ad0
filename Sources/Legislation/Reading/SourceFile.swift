import Foundation

/// A file's bytes as UTF-8, with what its format needs to know of where it came from.
struct SourceFile {
    /// Path as it was given; for messages.
    let name: String
    /// The text, UTF-8, without byte order mark.
    let utf8: Data
    let options: ReaderOptions

    var text: String { String(decoding: utf8, as: UTF8.self) }

    func error(
        _ reason: LegislationReadError.Reason, at place: LegislationReadError.Place = .file, _ message: String,
        mend: String
    ) -> LegislationReadError {
        LegislationReadError(file: name, place: place, reason: reason, message: message, mend: mend)
    }

    /// File name without folders and extension.
    var stem: String {
        // Names from some file systems come with their accents apart.
        let last = (name.split(separator: "/").last.map(String.init) ?? name).precomposedStringWithCanonicalMapping
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
        return String(last[..<dot])
    }

    /// A day in the file name (`Biosafety Act (2024-04-26).md`), by which publishers tell versions apart; nil where there
    /// is none, or hints of the path are not wanted.
    var dateInName: String? {
        guard options.usesPathHints else { return nil }
        let bytes = Array(stem.utf8)
        for start in bytes.indices where start + 10 <= bytes.count {
            let isAlone =
                (start == 0 || !bytes[start - 1].isASCIIDigit)
                && (start + 10 == bytes.count || !bytes[start + 10].isASCIIDigit)
            let day = bytes[start..<(start + 10)]
            guard isAlone, day[start + 4] == UInt8(ascii: "-"), day[start + 7] == UInt8(ascii: "-"),
                day.count(where: \.isASCIIDigit) == 8, [UInt8(ascii: "1"), UInt8(ascii: "2")].contains(bytes[start])
            else { continue }
            return LawDate.normalized(String(decoding: day, as: UTF8.self))
        }
        return nil
    }

    static let recognised =
        "what is read: " + SourceFormat.allCases.map(\.name).joined(separator: ", ")
}
