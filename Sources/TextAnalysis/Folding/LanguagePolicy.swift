/// What the stem form does with the words of a language.
///
/// | languages | stemmer | letters kept when diacritics are folded, after stemming |
/// |---|---|---|
/// | ar ca da de el en es eu fi fr ga hi hu hy id it lt nb ne nl nn no pt ro ru sr sv ta tr yi | Snowball | below |
/// | bs cnr hr sh (as sr) | Snowball Serbian, which writes Cyrillic as Latin | none |
/// | be bg bn cs et ka lv mk mt pl sk sl uk uz | suffix tables (``SuffixTables``) | below |
/// | ko | particles and verb endings (``SuffixTables``) | – |
/// | vi | none | every tone and vowel mark: without them words collapse |
/// | all others | none | none |
///
/// Kept: es gl ñ; sv fi å ä ö; da nb nn no å æ ø; et õ ä ö ü; hu ö ü ő ű; tr az ç ğ ı ö ş ü ə. German umlauts are left to
/// its stemmer, which writes ä ö ü as a o u. The suffix tables are written without diacritics and run on folded
/// words, so that Czech, Polish or Latvian typed without them meets the same stems. Cyrillic keeps й, ї, ў and
/// folds ё to е; Greek loses tonos and dialytika; Hebrew its points.
struct LanguagePolicy {
    enum Stemming {
        case none
        /// Name of the algorithm in libstemmer.
        case snowball(String)
        /// Key into ``SuffixTables``.
        case suffixes(SuffixStemmer)
    }

    var stemming: Stemming = .none
    /// Letters that keep their diacritics.
    var keptLetters: [UInt32] = []
    /// Every letter keeps its diacritics.
    var keepsAll = false
    /// I and İ are the capitals of ı and i.
    var hasDotlessI = false
    /// Han text is segmented as written; elsewhere in its simplified form.
    var segmentsHanAsWritten = false
    /// Rewrites a folded word into the spelling its Snowball algorithm knows.
    var preparation: SnowballPreparation = .none

    /// The policy of a BCP 47 tag: its primary language subtag decides.
    init(language: String) {
        let tag = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        if let algorithm = Self.snowballAlgorithms[tag] {
            stemming = .snowball(algorithm)
        } else if let table = SuffixTables.stemmer(for: tag) {
            stemming = .suffixes(table)
        }
        switch tag {
        case "es", "gl": keptLetters = Self.scalars("ñ")
        case "sv", "fi": keptLetters = Self.scalars("åäö")
        case "da", "nb", "nn", "no": keptLetters = Self.scalars("åæø")
        case "et": keptLetters = Self.scalars("õäöü")
        case "hu": keptLetters = Self.scalars("öüőű")
        case "tr", "az":
            keptLetters = Self.scalars("çğıöşüə")
            hasDotlessI = true
        case "vi": keepsAll = true
        case "ja": segmentsHanAsWritten = true
        default: break
        }
        switch tag {
        case "ro", "mo": preparation = .romanian
        case "ar": preparation = .arabic
        case "es", "gl": preparation = .endings([("acion", "ación"), ("ucion", "ución"), ("icion", "ición")])
        case "pt": preparation = .endings([("acao", "ação"), ("coes", "ções"), ("ucao", "ução")])
        case "fr": preparation = .endings([("ite", "ité"), ("ites", "ités")])
        default: break
        }
    }

    static let snowballAlgorithms: [String: String] = [
        "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
        "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "gl": "spanish",
        "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "ms": "indonesian",
        "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch",
        "nn": "norwegian", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "mo": "romanian",
        "ru": "russian", "sr": "serbian", "hr": "serbian", "bs": "serbian", "sh": "serbian", "cnr": "serbian",
        "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
    ]

    private static func scalars(_ letters: String) -> [UInt32] { letters.unicodeScalars.map(\.value) }
}

/// How a folded word is rewritten before Snowball sees it.
enum SnowballPreparation {
    case none
    /// Snowball's Romanian was written for the cedilla letters ş ţ; today's orthography has ș ț.
    case romanian
    /// The exact form writes teh marbuta as heh; at the end of a word of four letters and more it is taken back.
    case arabic
    /// Endings that are never written without an accent get it back, so that unaccented typing meets the same stem.
    case endings([(String, String)])

    func apply(to word: inout [UInt8]) {
        switch self {
        case .none: break
        case .romanian:
            var index = 0
            while index + 1 < word.count {
                if word[index] == 0xC8, word[index + 1] == 0x99 {
                    (word[index], word[index + 1]) = (0xC5, 0x9F)
                } else if word[index] == 0xC8, word[index + 1] == 0x9B {
                    (word[index], word[index + 1]) = (0xC5, 0xA3)
                }
                index += 1
            }
        case .arabic:
            let count = word.count
            if count >= 8, word[count - 2] == 0xD9, word[count - 1] == 0x87 {
                (word[count - 2], word[count - 1]) = (0xD8, 0xA9)
            }
        case .endings(let endings):
            for (plain, accented) in endings where word.ends(with: plain) {
                word.removeLast(plain.utf8.count)
                word.append(contentsOf: accented.utf8)
                return
            }
        }
    }
}

extension [UInt8] {
    func ends(with suffix: String) -> Bool {
        let bytes = suffix.utf8
        return count > bytes.count && self[(count - bytes.count)...].elementsEqual(bytes)
    }
}
