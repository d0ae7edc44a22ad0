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
        let last = name.split(separator: "/").last.map(String.init) ?? name
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
        return String(last[..<dot])
    }

    static let recognised =
        "what is read: " + SourceFormat.allCases.map(\.name).joined(separator: ", ")
}
