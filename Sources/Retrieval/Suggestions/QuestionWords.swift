/// Words that make a sentence a question and say nothing of what is asked: who, wann, ¿cuál?
///
/// Laws rarely ask, so such words are rare in them and would weigh as much as the words that are meant.
enum QuestionWords {
    /// Whether a word is one, in a language of the list; case does not matter, but what stands in capitals is an
    /// acronym (WHO).
    static func contains(_ word: String, languages: [String]) -> Bool {
        let isAcronym = word.count > 1 && word == word.uppercased() && word != word.lowercased()
        guard !isAcronym else { return false }
        let folded = word.lowercased().trimmingPrefix { $0 == "¿" }
        return languages.contains { words[String($0.prefix { $0 != "-" })]?.contains(String(folded)) == true }
    }

    private static let words: [String: Set<String>] = [
        "en": [
            "who", "whom", "whose", "what", "which", "when", "where", "why", "how", "do", "does", "did", "can", "could",
            "would", "is", "are", "was", "were", "please", "tell", "me", "i", "my", "we", "there", "many", "much",
        ],
        "fr": [
            "qui", "que", "quoi", "quel", "quelle", "quels", "quelles", "quand", "où", "comment", "pourquoi", "combien",
            "est-ce", "peut-on", "doit-on", "peut-il", "faut-il", "lequel", "laquelle", "sont-ils", "je", "puis-je",
        ],
        "es": [
            "quién", "quien", "quiénes", "qué", "cuál", "cual", "cuáles", "cuándo", "cuando", "dónde", "donde", "cómo",
            "cuánto", "cuánta", "cuántos", "cuántas", "por", "puedo",
        ],
        "de": [
            "wer", "wen", "wem", "wessen", "was", "welche", "welcher", "welches", "welchem", "welchen", "wann", "wo",
            "wohin", "woher", "wie", "warum", "weshalb", "wieso", "wozu", "womit", "worüber", "wofür", "ich", "kann",
            "darf",
        ],
        "pt": ["quem", "que", "qual", "quais", "quando", "onde", "como", "porque", "quanto", "quantos", "quantas"],
        "it": ["chi", "che", "cosa", "quale", "quali", "quando", "dove", "come", "perché", "quanto", "quanti"],
        "nl": ["wie", "wat", "welke", "welk", "wanneer", "waar", "hoe", "waarom"],
        "nb": ["hvem", "hva", "hvilke", "hvilken", "hvilket", "når", "hvor", "hvordan", "hvorfor", "kan"],
        "sv": ["vem", "vad", "vilka", "vilken", "vilket", "när", "var", "hur", "varför", "kan"],
        "da": ["hvem", "hvad", "hvilke", "hvilken", "hvilket", "hvornår", "hvor", "hvordan", "hvorfor", "kan"],
        "fi": [
            "kuka", "ketkä", "kenen", "kenelle", "mikä", "mitä", "mitkä", "minkä", "mistä", "missä", "mihin", "milloin",
            "miten", "miksi", "kuinka", "millä", "millaisia", "voiko", "saako", "onko",
        ],
        "ru": [
            "кто", "кого", "кому", "кем", "что", "чего", "чему", "какой", "какая", "какое", "какие", "каких", "каким",
            "какими", "какую", "какого", "когда", "где", "куда", "как", "почему", "зачем", "сколько", "ли",
        ],
        "uk": ["хто", "кого", "кому", "що", "який", "яка", "яке", "які", "яких", "яким", "коли", "де", "як", "чому"],
        "pl": ["kto", "kogo", "komu", "co", "jaki", "jaka", "jakie", "jakich", "kiedy", "gdzie", "jak", "czy"],
        "cs": ["kdo", "koho", "komu", "co", "jaký", "jaká", "jaké", "jakých", "kdy", "kde", "jak", "proč", "který"],
        "sk": ["kto", "koho", "komu", "čo", "aký", "aká", "aké", "akých", "kedy", "kde", "ako", "prečo", "ktorý"],
        "ar": ["هل", "متى", "كيف", "لماذا", "أين", "ماذا", "أي"],
        "id": ["siapa", "apa", "apakah", "kapan", "bagaimana", "mengapa", "dimana", "berapa"],
        "tr": ["kim", "kime", "ne", "hangi", "nasıl", "neden", "nerede", "kaç"],
        "ko": ["누가", "누구", "무엇", "무엇을", "언제", "어디", "어떤", "어떻게", "왜"],
    ]
}
