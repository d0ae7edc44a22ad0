/// A part of a Chilean law: a division, an article, and whatever stands within it.
enum BCNChilePart {
    static func attend(_ tag: XMLTag, _ draft: inout LawDraft) {
        guard tag.name == "Norma" else { return }
        draft.version = tag["fechaVersion"]
        draft.identifier = tag["normaId"]
        draft.status = tag["derogado"] == "derogado" ? .repealed : tag["derogado"] == nil ? .unknown : .inForce
        draft.sourceURL = tag["normaId"].map { "https://www.bcn.cl/leychile/navegar?idNorma=\($0)" }
    }

    static func describe(_ element: XMLElement, _ draft: inout LawDraft) {
        if element.name == "Identificador" {
            draft.enacted = element.tag["fechaPromulgacion"] ?? element.tag["fechaPublicacion"]
            let number = element.descendant("TipoNumero")
            draft.kind = number?.first("Tipo")?.inlineText.nonEmpty
            draft.number = number?.first("Numero")?.inlineText.nonEmpty
        } else {
            draft.title = element.first("TituloNorma")?.inlineText.nonEmpty ?? draft.title
            if element.first("FechaDerogacion") != nil { draft.status = .repealed }
        }
    }

    static func readings(_ element: XMLElement) -> [XMLReading] {
        switch element.name {
        case "Encabezado": return other(element, .preamble)
        case "Promulgacion": return other(element, .other)
        case "Anexo":
            let title = element.first("Metadatos")?.first("Titulo")?.inlineText.nonEmpty
            return other(element, .schedule, heading: title)
        default:
            var readings: [XMLReading] = []
            gather(element, [], &readings)
            return readings
        }
    }

    private static func other(_ element: XMLElement, _ kind: ProvisionKind, heading: String? = nil) -> [XMLReading] {
        let text = BCNChileText.text(element.first("Texto")?.rawText ?? "")
        return text.isEmpty ? [] : [.unit(XMLUnit(kind: kind, heading: heading, text: text))]
    }

    private static func gather(_ part: XMLElement, _ path: [String], _ readings: inout [XMLReading]) {
        let facts = part.first("Metadatos")
        let title = present(facts?.first("TituloParte"))
        let name = present(facts?.first("NombreParte"))
        let text = BCNChileText.text(part.first("Texto")?.rawText ?? "")
        let kind = part.tag["tipoParte"]?.lowercased() ?? ""
        var path = path
        if kind.hasPrefix("art") {
            readings.append(.unit(article(part, name, title, path, text)))
            if part.first("EstructurasFuncionales") != nil, let name { path.append("Artículo \(name)") }
        } else {
            let first = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
            // Most divisions have no words but their heading, printed on one line or two.
            let heading = title ?? (first.unicodeScalars.count <= 150 ? first.nonEmpty : nil)
            let rest = withoutStart(text.singleSpaced, heading?.singleSpaced ?? "")
            if rest.unicodeScalars.count > 150 {
                let number = name.flatMap { XMLNumber($0) }
                readings.append(
                    .unit(XMLUnit(kind: .other, number: number, heading: heading, path: path, text: text)))
            }
            if let heading { path.append(heading.singleSpaced) }
        }
        for nested in part.elements where nested.name == "EstructurasFuncionales" {
            for inner in nested.elements where inner.name == "EstructuraFuncional" { gather(inner, path, &readings) }
        }
    }

    private static func withoutStart(_ text: String, _ start: String) -> String {
        text.hasPrefix(start) ? String(text.dropFirst(start.count)).trimmed : text
    }

    private static func article(
        _ part: XMLElement, _ name: String?, _ title: String?, _ path: [String], _ text: String
    ) -> XMLUnit {
        let (printed, words) = BCNChileText.withoutNumber(text)
        let number = (name ?? printed).flatMap { XMLNumber($0) }
        let isTransitory = part.tag["transitorio"] == "transitorio"
        return XMLUnit(
            kind: .article, number: number, heading: title, path: path, text: words,
            scope: isTransitory ? "trans" : nil)
    }

    private static func present(_ element: XMLElement?) -> String? {
        element?.tag["presente"] == "no" ? nil : element?.inlineText.nonEmpty
    }
}
