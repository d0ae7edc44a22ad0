/// The fields of a line that are known, under every name they come by.
struct JSONProvisionLine: Decodable {
    var id: String?
    var country: String?
    var lang: String?
    var law: String?
    var heading: String?
    var text: String?
    var year: String?
    var file: String?
    var path: [String] = []
    /// Title of the line itself, where law and heading are not told apart.
    var title: String?

    var hasText: Bool { text != nil && (id != nil || law != nil || heading != nil) }

    private enum CodingKeys: String, CodingKey {
        case id, country, lang, law, heading, text, year, file, title, section, chapter, language, number
        case underscoreID = "_id"
        case codeTitle = "code_title"
        case articleDisplay = "article_display"
        case content
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        func string(_ keys: CodingKeys...) -> String? {
            for key in keys where fields.contains(key) {
                if let text = try? fields.decode(String.self, forKey: key) { return text }
                if let number = try? fields.decode(Int.self, forKey: key) { return String(number) }
            }
            return nil
        }
        id = string(.id, .underscoreID)
        country = string(.country)
        lang = string(.lang, .language)
        law = string(.law, .codeTitle)
        text = string(.text, .content)
        year = string(.year)
        file = string(.file)
        heading = string(.heading)
        if heading == nil, let display = string(.articleDisplay) {
            heading = [display, string(.title) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
            path = [string(.section), string(.chapter)].compactMap { $0 }.filter { !$0.isEmpty }
        } else if heading == nil {
            title = string(.title)
        }
    }
}
