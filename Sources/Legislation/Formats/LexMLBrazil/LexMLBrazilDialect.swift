extension XMLDialect {
    /// LexML Brasil: bills and laws of the federation.
    static let lexMLBrazil = XMLDialect(
        format: .lexMLBrazil, roots: [Root(name: "LexML")],
        defaults: LawDraft(jurisdiction: try? Jurisdiction(code: "BR"), language: try? LanguageTag("pt-BR")),
        roles: .all(.unit(.article), "Artigo")
            .and(.container, "Parte Livro Titulo Capitulo Secao Subsecao Agrupamento AgrupamentoHierarquico")
            .and(.heading, "Rotulo NomeAgrupador TituloDispositivo")
            .and(.schedule, "Anexo Anexos")
            .and(.words, "Alteracao")
            .and(.facts, "Metadado Epigrafe")
            .and(.preamble(), "Ementa Preambulo")
            .and(.skip, "ParteFinal NotaAlteracao Notas"),
        unit: XMLUnitRule(numbers: ["Rotulo"], headings: ["TituloDispositivo"]),
        wording: XMLWording(
            layout: .blocks([
                "p", "Caput", "Paragrafo", "Inciso", "Alinea", "Item", "Pena", "Artigo", "Alteracao", "Capitulo",
                "Secao",
                "Titulo", "Subsecao", "Livro", "Parte", "NomeAgrupador", "TituloDispositivo", "DispositivoGenerico",
                "Omissis", "tr", "table", "li", "div", "Agrupamento",
            ]),
            silent: ["Metadado", "Nota", "Remissao.nota", "img"], labels: ["Rotulo"], cells: ["td", "th"],
            breaks: ["br"],
            character: { tag in
                if tag.name == "Omissis" { return "(...)" }
                return tag["abreAspas"] == "s" ? "“" : nil
            }),
        describe: LexMLBrazilFacts.describe)
}
