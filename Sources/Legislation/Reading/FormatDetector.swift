import Foundation

/// Tells a format by what the first bytes say, never by the file's name.
enum FormatDetector {
    static func format(of file: SourceFile) throws(LegislationReadError) -> SourceFormat {
        let head = file.utf8.prefix(64 << 10)
        guard let start = head.firstIndex(where: { !isSpace($0) }) else {
            throw file.error(.empty, "there is nothing but white space in it", mend: "fetch the file again")
        }
        let body = head[start...]
        switch body.first {
        case UInt8(ascii: "<"): if let format = try markup(body, file) { return format }
        case UInt8(ascii: "{"): return json(file, from: start)
        case UInt8(ascii: "["):
            let next = body.dropFirst().first { !isSpace($0) }
            if next == UInt8(ascii: "{") {
                throw file.error(
                    .notLegislation, "it is a JSON array; a law is an object with a list of provisions",
                    mend: SourceFile.recognised)
            }
        default: break
        }
        if isMarkdown(body) { return .markdown }
        return isUnwrappedHTML(body) ? .html : .plainText
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 && byte != 0 }

    private static func markup(_ body: Data, _ file: SourceFile) throws(LegislationReadError) -> SourceFormat? {
        let text = String(decoding: body, as: UTF8.self)
        var rest = text[...]
        var doctype: (place: LegislationReadError.Place, declaration: DoctypeDeclaration)?
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            if rest.hasPrefix("!--") {
                guard let close = rest.range(of: "-->") else { return nil }
                rest = rest[close.upperBound...]
            } else if rest.hasPrefix("?") {
                guard let close = rest.range(of: "?>") else { return nil }
                rest = rest[close.upperBound...]
            } else if rest.hasPrefix("!") {
                let place = LegislationReadError.Place.line(line(of: rest.startIndex, in: text))
                guard let declaration = DoctypeDeclaration(rest) else { throw refusedDTD(file, place) }
                if declaration.name.lowercased().hasPrefix("html") {
                    return LovdataFormat.isLovdata(text) ? .lovdata : .html
                }
                doctype = (place, declaration)
                rest = rest[declaration.end...]
            } else {
                let qualified = rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
                let name = qualified.split(separator: ":").last.map(String.init) ?? ""
                let dialect = XMLDialect.recognised(name, head: rest)
                if let doctype, dialect?.carriesDoctype != true || doctype.declaration.declaresEntities {
                    throw refusedDTD(file, doctype.place)
                }
                if let dialect { return dialect.format }
                return try root(name, rest, file)
            }
        }
        return nil
    }

    private static func refusedDTD(_ file: SourceFile, _ place: LegislationReadError.Place) -> LegislationReadError {
        file.error(
            .refusedDTD, at: place,
            "it carries a DTD, and a DTD may read other files or expand entities without bound",
            mend: "remove the DOCTYPE declaration; XML law needs none")
    }

    private static func root(
        _ name: String, _ rest: Substring, _ file: SourceFile
    ) throws(LegislationReadError) -> SourceFormat? {
        switch name {
        case "akomaNtoso", "akomantoso", "AkomaNtoso": return .akomaNtoso
        case "Statute", "Regulation": return .justiceCanada
        default:
            let html = [
                "html", "head", "body", "div", "p", "table", "h1", "h2", "h3", "span", "article", "section", "pre",
            ]
            if html.contains(name.lowercased()) { return LovdataFormat.isLovdata(String(rest)) ? .lovdata : .html }
            if rest.hasPrefix(name), !name.isEmpty, rest.contains("</") || rest.contains("/>") {
                throw file.error(
                    .notLegislation, at: .element(name, line: 1),
                    "its root element is that of no law format known here",
                    mend: SourceFile.recognised)
            }
            return nil
        }
    }

    static func line(of index: String.Index, in text: String) -> Int {
        text[..<index].utf8.lazy.filter { $0 == 0x0A }.count + 1
    }

    /// One object a line is JSON Lines; one object over many lines, or with a list of provisions, is one law.
    private static func json(_ file: SourceFile, from start: Int) -> SourceFormat {
        let line = file.utf8[start...].prefix { $0 != 0x0A }
        if line.count < file.utf8[start...].count {
            let object = try? JSONSerialization.jsonObject(with: Data(line))
            return object is [String: Any] && hasMore(file.utf8[line.endIndex...]) ? .jsonLines : .provisionsJSON
        }
        return isProvision(line) ? .jsonLines : .provisionsJSON
    }

    private static func hasMore(_ rest: Data) -> Bool {
        // A lone object that a newline ends is still one object.
        rest.contains { !isSpace($0) }
    }

    private static func isProvision(_ line: Data) -> Bool {
        let keys = ["\"provisions\"", "\"sections\""]
        return !keys.contains { line.prefix(1 << 20).range(of: Data($0.utf8)) != nil }
            && line.prefix(1 << 20).range(of: Data("\"text\"".utf8)) != nil
    }

    /// Text with the tags of a page but no element around it, as some sites store their pages.
    private static func isUnwrappedHTML(_ body: Data) -> Bool {
        let text = String(decoding: body, as: UTF8.self).lowercased()
        let tags = ["<br>", "<br/>", "<br />", "<p>", "<p ", "</p>", "</div>", "</td>"]
            .reduce(0) { $0 + text.ranges(of: $1).count }
        return tags >= 3 && tags * 400 >= text.utf8.count
    }

    private static func isMarkdown(_ body: Data) -> Bool {
        let text = String(decoding: body, as: UTF8.self)
        if text.hasPrefix("---\n") || text.hasPrefix("---\r\n") { return true }
        return text.split(whereSeparator: { $0.isNewline }).contains { (line: Substring) -> Bool in
            let marks = line.prefix { $0 == "#" }.count
            return (1...6).contains(marks) && line.dropFirst(marks).first == " "
        }
    }
}
