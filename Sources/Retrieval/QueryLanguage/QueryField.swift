/// A field of a provision in which words are looked for.
public enum QueryField: String, Sendable, Hashable, Codable, CaseIterable {
    /// Heading of the provision and the headings above it.
    case heading
    /// Title of the law.
    case title
    /// The words of the provision.
    case text
}

/// What a name before a colon stands for.
enum QueryName: Hashable {
    case field(QueryField)
    case filter(QueryFilter.Kind)

    /// The canonical names, for suggestions.
    static let canonical: [String] =
        QueryField.allCases.map(\.rawValue) + QueryFilter.Kind.allCases.map(\.rawValue)

    /// Looks a name up, in any case, canonical or in one of the other languages.
    static func named(_ name: String) -> QueryName? {
        byName[name.lowercased()]
    }

    /// Whether `name` begins an identifier that users paste whole and never mean as a field.
    static func isScheme(_ name: String) -> Bool {
        ["urn", "doi", "mailto", "celex", "eli", "ecli", "isbn", "issn"].contains(name.lowercased())
    }

    private static let byName: [String: QueryName] = {
        var table: [String: QueryName] = [:]
        for (field, names) in fieldNames {
            for name in [field.rawValue] + names { table[name] = .field(field) }
        }
        for (kind, names) in filterNames {
            for name in [kind.rawValue] + names { table[name] = .filter(kind) }
        }
        return table
    }()

    private static let fieldNames: [(QueryField, [String])] = [
        (.heading, ["intitulé", "intitule", "epígrafe", "epigrafe", "заголовок", "条标", "标目", "條標", "عنوان"]),
        (.title, ["titre", "título", "titulo", "титул", "название", "标题", "標題", "法名", "العنوان"]),
        (.text, ["texte", "texto", "текст", "正文", "全文", "نص", "النص"]),
    ]

    private static let filterNames: [(QueryFilter.Kind, [String])] = [
        (.country, ["state", "pays", "país", "pais", "страна", "国家", "國家", "بلد", "البلد", "دولة"]),
        (.region, ["région", "región", "регион", "地区", "地區", "منطقة", "المنطقة"]),
        (.language, ["language", "langue", "idioma", "lengua", "язык", "语言", "語言", "لغة", "اللغة"]),
        (.obligation, ["obligación", "obligacion", "обязательство", "义务", "義務", "التزام"]),
        (.weapon, ["weapons", "arme", "arma", "оружие", "武器", "سلاح"]),
        (.aspect, ["aspecto", "аспект", "方面", "جانب"]),
        (.status, ["statut", "état", "etat", "estado", "статус", "状态", "狀態", "效力", "حالة"]),
        (.year, ["année", "annee", "año", "ano", "год", "年份", "年", "سنة"]),
    ]
}
