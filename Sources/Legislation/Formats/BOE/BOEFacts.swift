/// What the Boletín Oficial del Estado says of a disposition.
enum BOEFacts {
    static func attend(_ tag: XMLTag, _ draft: inout LawDraft) {
        if let id = tag["id_norma"], draft.identifier == nil { take(id, &draft) }
        if let language = tag["lengua"] ?? tag["xml:lang"] {
            draft.language = (try? LanguageTag(language)) ?? draft.language
        }
    }

    static func describe(_ element: XMLElement, _ draft: inout LawDraft) {
        guard element.name == "metadatos" else { return }
        func text(_ name: String) -> String? { element.first(name)?.inlineText.nonEmpty }
        if let id = text("identificador") { take(id, &draft) }
        draft.title = text("titulo")
        draft.number = text("numero_oficial")
        draft.kind = text("rango")
        draft.enacted = text("fecha_disposicion") ?? text("fecha_publicacion")
        draft.inForce = text("fecha_vigencia")
        // A day with a time of day behind it.
        draft.version = text("fecha_actualizacion").map { String($0.prefix(8)) }
        switch text("estatus_derogacion") {
        case "S": draft.status = .repealed
        case "N": draft.status = text("vigencia_agotada") == "S" ? .repealed : .inForce
        default: break
        }
        draft.sourceURL = text("url_html_consolidada") ?? text("url_eli") ?? draft.sourceURL
    }

    private static func take(_ id: String, _ draft: inout LawDraft) {
        draft.identifier = id
        draft.sourceURL = draft.sourceURL ?? "https://www.boe.es/buscar/act.php?id=\(id)"
    }
}
