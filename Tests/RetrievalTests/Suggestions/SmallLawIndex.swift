import Foundation

/// Invented provisions in several languages and of several States, for suggestions.
enum SmallLawIndex {
    static let index = Result { try TemporaryIndex(lines: lines()) }

    private static func lines() throws -> [String] {
        var objects: [[String: String]] = []
        func add(_ country: String, _ language: String, _ law: String, _ text: String, _ count: Int) {
            for number in 1...count {
                objects.append([
                    "id": "\(country)-\(language)-\(objects.count)", "country": country, "lang": language, "law": law,
                    "heading": "\(number)", "text": text,
                ])
            }
        }
        add("KE", "en", "Strategic Goods Act", "An export licence is granted by the Authority for listed goods.", 4)
        add("GH", "en", "Strategic Goods Law", "An export licence is granted by the Minister for listed goods.", 4)
        add("GB", "en", "Chemicals Act", "Declarations under the Chemical Weapons Convention are sent yearly.", 3)
        add("IE", "en", "Chemicals Law", "Declarations under the CWC are sent yearly by the operator.", 3)
        add(
            "FR", "fr", "Code du commerce", "La licence d'exportation est délivrée par le ministre chargé des douanes.",
            4)
        add("RU", "ru", "О контроле", "Лицензия на экспорт выдается уполномоченным органом.", 3)
        add("KZ", "ru", "О контроле", "Лицензия на экспорт выдается уполномоченным органом.", 3)
        add("CN", "zh", "出口管制法", "出口许可证由主管部门颁发。", 2)
        add("SG", "zh", "进出口管制法令", "出口许可证由关税局颁发。", 2)
        return try objects.map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) }
    }
}
