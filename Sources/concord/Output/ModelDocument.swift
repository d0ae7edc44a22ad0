import Legislation
import Obligations

/// Model provisions to be shown, in whatever form.
struct ModelDocument {
    /// A piece of an article in every language.
    struct Line {
        var clauses: [ModelArticle.Clause]

        var level: Int { clauses.first?.level ?? 0 }
    }

    let rows: [ObligationMatrix.Row]
    let matrix: ObligationMatrix
    let family: ModelFamily
    let served: [ModelFamily.Serving]
    let isWanted: (ObligationTag) -> Bool

    /// What the document is of, in a language.
    func title(in language: String) -> String {
        rows.count == 1 ? rows[0].title(in: language) : rows.map(\.code.rawValue).joined(separator: ", ")
    }

    /// The article's pieces, one below the other; languages have the same, by eId.
    static func lines(of serving: ModelFamily.Serving) -> [Line] {
        guard let first = serving.articles.first else { return [] }
        return first.clauses.map { clause in
            Line(clauses: serving.articles.compactMap { $0.clauses.first { $0.eId == clause.eId } })
        }
    }

    /// The cells for which the article is shown, as `op3cd.transit NW CW BW framework`.
    func cells(of serving: ModelFamily.Serving) -> String {
        let tags = serving.articles.first?.obligations.filter(isWanted) ?? []
        return tags.map { tag in
            ([tag.code] + tag.weapons + [tag.aspect]).joined(separator: " ")
        }.joined(separator: "; ")
    }

    /// `rtl` for Arabic.
    static func direction(_ language: String) -> String { language == "ar" ? "rtl" : "ltr" }

    /// "Note for drafters", in the language of the note.
    static func noteLabel(_ language: String) -> String {
        switch language {
        case "ar": "ملاحظة لواضعي النص"
        case "zh": "起草说明"
        case "fr": "Note aux rédacteurs"
        case "ru": "Примечание для разработчиков"
        case "es": "Nota para los redactores"
        default: "Note for drafters"
        }
    }
}
