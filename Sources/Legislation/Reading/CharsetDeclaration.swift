import Foundation

/// The charset that a page or an XML file names for itself, and what to make of it.
enum CharsetDeclaration {
    /// What an XML declaration or an HTML `meta` names, within the first bytes; sites put scripts before it.
    static func read(_ bytes: Data) -> String? {
        let head = String(decoding: bytes.prefix(8192), as: UTF8.self)
        guard head.first(where: { !$0.isWhitespace }) == "<" else { return nil }
        if head.trimmed.hasPrefix("<?xml"), let close = head.range(of: "?>"),
            let value = value(of: "encoding=", in: head[..<close.lowerBound])
        {
            return value
        }
        var rest = head[...]
        while let open = rest.range(of: "<meta", options: .caseInsensitive) {
            rest = rest[open.upperBound...]
            let close = rest.firstIndex(of: ">") ?? rest.endIndex
            if let value = value(of: "charset=", in: rest[..<close]) { return value }
            rest = rest[close...]
        }
        return nil
    }

    private static func value(of key: String, in text: Substring) -> String? {
        guard let found = text.range(of: key, options: .caseInsensitive) else { return nil }
        let value = text[found.upperBound...].drop { "\"' ".contains($0) }
            .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) }
        return value.isEmpty ? nil : String(value)
    }

    static func isUTF8(_ name: String) -> Bool {
        ["utf-8", "utf8", "us-ascii", "ascii", "unicode-1-1-utf-8"].contains(name.lowercased())
    }

    /// The charset that browsers read under a name: the wider set that contains the one named.
    static func inUse(_ name: String) -> String {
        let name = name.lowercased()
        switch name {
        case "iso-8859-1", "latin1", "latin-1", "iso8859-1", "iso_8859-1", "us-ascii", "ascii": return "windows-1252"
        case "iso-8859-9", "latin5", "iso8859-9": return "windows-1254"
        case "iso-8859-11", "tis-620", "tis620": return "windows-874"
        case "gb2312", "gbk", "x-gbk", "gb_2312-80": return "gb18030"
        case "shift_jis", "shift-jis", "sjis", "x-sjis": return "windows-31j"
        case "euc-kr", "ks_c_5601-1987", "ksc5601", "korean": return "windows-949"
        case "win-1251", "cp1251", "windows1251", "x-cp1251": return "windows-1251"
        default: return name
        }
    }

    /// Whether the bytes can be in the charset named at all: UTF-16 of a text whose bytes are ASCII is a wrong label.
    static func isPossible(_ name: String, _ bytes: Data) -> Bool {
        guard
            name.lowercased().hasPrefix("utf-16") || name.lowercased().hasPrefix("utf-32")
                || name.lowercased().hasPrefix("unicode") || name.lowercased().hasPrefix("ucs")
        else { return true }
        return bytes.prefix(512).contains(0)
    }

    /// Whether a text decoded from a Western charset is another alphabet misread: nearly all of its letters beyond ASCII
    /// stand next to each other, as accents never do.
    static func looksMisread(_ utf8: Data) -> Bool {
        var beyond = 0
        var adjacent = 0
        var ascii = 0
        var wasBeyond = false
        for scalar in String(decoding: utf8.prefix(1 << 18), as: UTF8.self).unicodeScalars {
            let isBeyond = (0xC0...0x178).contains(scalar.value) && scalar.isAlphabetic
            if isBeyond {
                beyond += 1
                if wasBeyond { adjacent += 1 }
            } else if scalar.isASCII, scalar.isAlphabetic {
                ascii += 1
            }
            wasBeyond = isBeyond
        }
        return beyond >= 40 && adjacent * 2 > beyond
    }
}
