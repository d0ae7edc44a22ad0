/// Chooses the data that Tesseract recognises a text with: that of the file's language, where it is known, else that of
/// the script its pages are written in.
struct RecognitionData {
    /// Names of the data that is installed, as Tesseract lists them.
    private let installed: Set<String>

    /// More than these make it slow and recognise no better.
    private static let most = 4

    /// - Parameter listing: what `tesseract --list-langs` writes.
    init(listing: String) {
        installed = Set(listing.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.contains(" ") })
    }

    /// Whether pages can be asked for their script.
    var tellsScripts: Bool { installed.contains("osd") }

    /// What to use; nil where nothing that fits is installed.
    ///
    /// - Parameters:
    ///   - language: the file's language, where somebody has named it.
    ///   - script: the script as Tesseract names it (`Arabic`), where it could tell.
    func choice(language: LanguageTag?, script: String?) -> String? {
        if let language {
            let code = Self.code(language)
            return installed.contains(code) ? code : nil
        }
        let usable = installed.subtracting(["osd", "equ"])
        let fitting =
            if let script {
                ((Self.languages[script] ?? []) + [script]).filter(usable.contains)
            } else {
                usable.sorted()
            }
        return fitting.isEmpty ? nil : fitting.prefix(Self.most).joined(separator: "+")
    }

    /// The Debian package with the data that is missing.
    static func package(language: LanguageTag?, script: String?) -> String {
        let code = language.map(code) ?? script.flatMap { languages[$0]?.first } ?? "LANGUAGE"
        return "tesseract-ocr-" + code.replacing("_", with: "-")
    }

    /// A language as Tesseract calls its data.
    private static func code(_ tag: LanguageTag) -> String {
        if tag.primary == "zh" { return tag.script == "Hant" ? "chi_tra" : "chi_sim" }
        let others = ["de": "deu", "fr": "fra", "no": "nor", "nb": "nor", "nn": "nor"]
        return others[tag.primary] ?? tag.threeLetterCode
    }

    /// Languages by the script that Tesseract's own detection names, those with the most speakers first.
    private static let languages: [String: [String]] = [
        "Arabic": ["ara", "fas", "urd", "pus", "kur_ara", "uig", "snd"],
        "Armenian": ["hye"],
        "Bengali": ["ben", "asm"],
        "Cyrillic": ["rus", "ukr", "kaz", "srp", "bul", "bel", "uzb_cyrl", "mkd", "kir", "tgk", "mon", "tat"],
        "Devanagari": ["hin", "nep", "mar", "san"],
        "Ethiopic": ["amh", "tir"],
        "Georgian": ["kat"],
        "Greek": ["ell"],
        "Gujarati": ["guj"],
        "Gurmukhi": ["pan"],
        "Han": ["chi_sim", "chi_tra", "jpn"],
        "Hangul": ["kor"],
        "Hebrew": ["heb", "yid"],
        "Japanese": ["jpn"],
        "Kannada": ["kan"],
        "Khmer": ["khm"],
        "Korean": ["kor"],
        "Lao": ["lao"],
        "Latin": [
            "eng", "spa", "por", "fra", "deu", "ind", "tur", "vie", "ita", "pol", "nld", "ron", "ces", "hun", "swe",
            "aze", "uzb", "hrv", "slk", "dan", "fin", "nor", "lit", "slv", "lav", "est", "cat", "sqi", "msa", "isl",
            "swa", "mlt", "gle", "bos", "srp_latn", "afr", "glg", "eus",
        ],
        "Malayalam": ["mal"],
        "Myanmar": ["mya"],
        "Oriya": ["ori"],
        "Sinhala": ["sin"],
        "Tamil": ["tam"],
        "Telugu": ["tel"],
        "Thai": ["tha"],
        "Tibetan": ["bod", "dzo"],
    ]
}
