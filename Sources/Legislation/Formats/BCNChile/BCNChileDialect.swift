extension XMLDialect {
    /// LeyChile of the Biblioteca del Congreso Nacional: parts within parts, each with its text and then its name.
    static let bcnChile = XMLDialect(
        format: .bcnChile, roots: [Root(name: "Norma", marks: ["leychile", "EstructuraFuncional"])],
        defaults: LawDraft(jurisdiction: try? Jurisdiction(code: "CL"), language: try? LanguageTag("es")),
        roles: .all(.unit(.article), "EstructuraFuncional Anexo Encabezado Promulgacion")
            .and(.facts, "Identificador Metadatos"),
        readings: { element, _, _ in BCNChilePart.readings(element) },
        wording: XMLWording(layout: .blocks(["Texto", "Titulo"]), silent: ["ArchivoBinario", "Binarios"]),
        describe: BCNChilePart.describe, attend: BCNChilePart.attend)
}
