import CICU
import Foundation

/// The text of a file, whatever its charset: byte order mark, declaration, UTF-8, else ICU's detection.
struct SourceText {
    /// UTF-8 without byte order mark.
    var utf8: Data
    /// IANA name of the charset that was not UTF-8.
    var convertedFrom: String?
    /// The charset that the file names where it is in another; nil where it names none, or the right one.
    var labelledAs: String?

    init(utf8: Data, convertedFrom: String? = nil, labelledAs: String? = nil) {
        self.utf8 = utf8
        self.convertedFrom = convertedFrom
        self.labelledAs = labelledAs
    }

    /// - Throws: `LegislationReadError` with the byte offset of what no charset allows.
    static func decode(_ bytes: Data, name: String, options: ReaderOptions) throws(LegislationReadError) -> SourceText {
        for (mark, charset) in marks where bytes.starts(with: mark) {
            let body = bytes.dropFirst(mark.count)
            if charset == "UTF-8" {
                if let bad = body.firstInvalidUTF8 {
                    throw malformed(name, bad + mark.count, "UTF-8, as its byte order mark says")
                }
                return SourceText(utf8: body)
            }
            return try convert(body, from: charset, name: name, shift: mark.count, limit: options.sizeLimit)
        }
        if let declared = CharsetDeclaration.read(bytes), !CharsetDeclaration.isUTF8(declared),
            CharsetDeclaration.isPossible(declared, bytes)
        {
            // Many good sequences of UTF-8 come about by no other charset: the label is wrong.
            if bytes.isMostlyUTF8, bytes.firstInvalidUTF8 == nil {
                return SourceText(utf8: bytes, labelledAs: declared)
            }
            let charset = CharsetDeclaration.inUse(declared)
            if let text = try? convert(bytes, from: charset, name: name, shift: 0, limit: options.sizeLimit) {
                guard charset == "windows-1252", CharsetDeclaration.looksMisread(text.utf8),
                    var other = try? detect(bytes, name: name, options: options, only: nil),
                    other.convertedFrom?.hasPrefix("ISO-8859-1") == false
                else { return text }
                other.labelledAs = declared
                return other
            }
        }
        guard let bad = bytes.firstInvalidUTF8 else {
            let head = bytes.prefix(4096)
            if head.lazy.filter({ $0 == 0 }).count * 5 < head.count { return SourceText(utf8: bytes) }
            // ASCII in UTF-16 is valid UTF-8 with a NUL at every other byte.
            return (try? detect(bytes, name: name, options: options, only: "UTF-16")) ?? SourceText(utf8: bytes)
        }
        if bytes.isMostlyUTF8 { throw malformed(name, bad, "UTF-8, which the rest of it is") }
        return try detect(bytes, name: name, options: options, only: nil)
    }

    private static let marks: [([UInt8], String)] = [
        ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF], "UTF-32BE"),
        ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"), ([0x84, 0x31, 0x95, 0x33], "GB18030"),
    ]

    private static func malformed(_ name: String, _ offset: Int, _ charset: String) -> LegislationReadError {
        LegislationReadError(
            file: name, place: .byte(offset), reason: .undecodable, message: "the bytes here are not \(charset)",
            mend: "convert the file to UTF-8, or fetch it again if it was cut")
    }

    private static func detect(
        _ bytes: Data, name: String, options: ReaderOptions, only: String?
    ) throws(LegislationReadError) -> SourceText {
        var guesses = [cicu_charset_guess](repeating: cicu_charset_guess(), count: 12)
        let found = bytes.prefix(1 << 20).withUnsafeBytes { raw -> Int32 in
            cicu_charset_detect(raw.bindMemory(to: UInt8.self).baseAddress, raw.count, &guesses, 12)
        }
        var failure: LegislationReadError?
        let named = guesses.prefix(Int(max(found, 0))).map { guess -> (name: String, score: Int) in
            let language = string(guess.language)
            let bonus = !language.isEmpty && language == options.language?.primary ? 20 : 0
            return (string(guess.name), Int(guess.confidence) + bonus)
        }
        for guess in named.sorted(by: { $0.score > $1.score }) where guess.score >= 10 {
            if let only, !guess.name.hasPrefix(only) { continue }
            if guess.name == "UTF-8" || guess.name.hasSuffix("_rtl") || guess.name.hasSuffix("_ltr") { continue }
            do {
                let text = try convert(bytes, from: guess.name, name: name, shift: 0, limit: options.sizeLimit)
                let controls = text.utf8.prefix(4096).filter { $0 < 0x20 && ![9, 10, 12, 13].contains($0) }.count
                if controls * 50 > min(text.utf8.count, 4096) { continue }
                return text
            } catch {
                failure = failure ?? error
            }
        }
        throw failure
            ?? LegislationReadError(
                file: name, place: .byte(bytes.firstInvalidUTF8 ?? 0), reason: .undecodable,
                message: "not text in any charset that could be told",
                mend: "convert the file to UTF-8; images are not read")
    }

    private static func convert(
        _ bytes: Data, from charset: String, name: String, shift: Int, limit: Int
    ) throws(LegislationReadError) -> SourceText {
        var out: UnsafeMutablePointer<UInt8>?
        var length = 0
        var offset = 0
        let status = bytes.withUnsafeBytes { raw in
            cicu_charset_to_utf8(
                charset, raw.bindMemory(to: UInt8.self).baseAddress, raw.count, limit, &out, &length, &offset)
        }
        defer { cicu_charset_free(out) }
        switch status {
        case CICU_CHARSET_OK:
            var text = out.map { Data(bytes: $0, count: length) } ?? Data()
            while text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
            return SourceText(utf8: text, convertedFrom: charset)
        case CICU_CHARSET_TOO_LARGE:
            throw LegislationReadError(
                file: name, reason: .tooLarge, message: "its text is over \(limit) bytes in UTF-8",
                mend: "split the file or raise the size limit")
        case CICU_CHARSET_UNKNOWN:
            throw LegislationReadError(
                file: name, reason: .undecodable, message: "it names the charset “\(charset)”, which is unknown",
                mend: "convert the file to UTF-8")
        default: throw malformed(name, offset + shift, charset)
        }
    }

    private static func string<T>(_ tuple: T) -> String {
        withUnsafeBytes(of: tuple) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
