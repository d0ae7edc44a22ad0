import Foundation

/// Blocks and paragraphs of the Boletín Oficial del Estado.
enum BOEText {
    static func isNote(_ tag: XMLTag) -> Bool {
        guard tag.name == "p", let kind = tag["class"] else { return false }
        return kind.hasPrefix("nota_") || kind.hasPrefix("cita_nota") || kind.hasPrefix("firma")
            || kind.hasPrefix("textoCompleto")
    }

    /// Dispositions of the gazette have no blocks: classes of paragraphs tell headings and articles.
    static func role(ofParagraph tag: XMLTag) -> XMLRole? {
        guard let kind = tag["class"] else { return nil }
        if kind == "articulo" { return .opening(.article) }
        if kind.hasPrefix("anexo") { return kind.hasSuffix("_tit") ? .crossHeading(rank: 1) : .opening(.schedule) }
        return rank(kind).map { .crossHeading(rank: $0) }
    }

    /// `titulo_num`, `capitulo_tit`, `seccion` from the widest down.
    private static func rank(_ kind: String) -> Int? {
        let order = ["parte", "libro", "titulo", "capitulo", "seccion", "subseccion"]
        guard let rank = order.firstIndex(where: { kind.hasPrefix($0) }) else { return nil }
        // A name stands below the number it belongs to.
        return 2 * (rank + 1) + (kind.hasSuffix("_tit") ? 1 : 0)
    }

    static func readings(_ element: XMLElement, _ kind: ProvisionKind) -> [XMLReading] {
        guard element.name == "bloque" else {
            let words = XMLDialect.boeWording.line(of: element)
            // An article of another law that this one puts into it stands in quotation marks.
            if words.hasPrefix("«") || words.hasPrefix("\"") || words.hasPrefix("“") { return [.continuation(words)] }
            if kind == .schedule { return [.unit(XMLUnit(kind: .schedule, heading: words, text: ""))] }
            return [.unit(article(words, title: words, text: ""))]
        }
        guard let version = current(element) else { return [] }
        let text = XMLDialect.boeWording.text(of: version)
        let title = element.tag["titulo"]
        switch element.tag["tipo"] {
        case "encabezado": return heading(version, title)
        case "preambulo", "nota_inicial", "instrumento":
            return text.isEmpty || element.tag["tipo"] == "nota_inicial"
                ? [] : [.unit(XMLUnit(kind: .preamble, text: text))]
        case "firma", "indice": return []
        case "precepto":
            let lines = text.split(separator: "\n", maxSplits: 1).map(String.init)
            let isHead = version.elements.first { $0.name == "p" && !isNote($0.tag) }?.tag["class"] == "articulo"
            return [
                .unit(
                    article(
                        isHead ? lines.first ?? "" : "", title: title ?? "",
                        text: isHead ? lines.dropFirst().joined() : text))
            ]
        default:
            if title?.lowercased().hasPrefix("anexo") == true || element.tag["tipo"] == "anexo" {
                return [.unit(XMLUnit(kind: .schedule, heading: title, text: text))]
            }
            return text.isEmpty ? [] : [.unit(XMLUnit(kind: .other, heading: title, text: text))]
        }
    }

    private static func heading(_ version: XMLElement, _ title: String?) -> [XMLReading] {
        let lines = version.descendants("p").filter { !isNote($0.tag) }
        let words = lines.map { XMLDialect.boeWording.line(of: $0) }.filter { !$0.isEmpty }
        let rank = lines.lazy.compactMap { $0.tag["class"].flatMap { Self.rank($0) } }.first
        let name = words.isEmpty ? title ?? "" : words.joined(separator: " ")
        return name.isEmpty ? [] : [.heading(name, rank: rank ?? 4)]
    }

    /// `Artículo 13. Objeto.` and `Disposición adicional primera. Ámbito.`
    private static func article(_ head: String, title: String, text: String) -> XMLUnit {
        let printed = head.isEmpty ? title : head
        if let match = HeadingMatcher.match(printed), case .unit = match.entry, let numeral = match.numeral {
            return XMLUnit(
                kind: .article, number: XMLNumber(printed: numeral.printed, id: numeral.id),
                heading: ProvisionHeading.cleaned(match.rest), text: text)
        }
        let parts = printed.split(separator: ".", maxSplits: 1).map { $0.singleSpaced }
        let name = parts.first ?? printed
        return XMLUnit(
            kind: .article, number: name.isEmpty ? nil : XMLNumber(printed: name, id: WorkIRI.slug(name, limit: 60)),
            heading: parts.count > 1 ? ProvisionHeading.cleaned(parts[1]) : nil, text: text)
    }

    /// The version in force now: the last that has begun; where none has, the first to come.
    private static func current(_ block: XMLElement) -> XMLElement? {
        let versions = block.elements.filter { $0.name == "version" }
        let today = Date().formatted(.iso8601.year().month().day().dateSeparator(.omitted))
        func start(_ version: XMLElement) -> String {
            version.tag["fecha_vigencia"].flatMap { $0.isEmpty ? nil : $0 } ?? version.tag["fecha_publicacion"] ?? ""
        }
        let begun = versions.enumerated().filter { start($0.element) <= today }
        return begun.max { (start($0.element), $0.offset) < (start($1.element), $1.offset) }?.element ?? versions.first
    }
}
