import Testing
import TextAnalysis

@Suite("Words in both forms")
struct WordFormTests {
    @Test(
        "references are found as written",
        arguments: [
            ("section 3(d)(ii)", ["section", "3", "d", "ii"]),
            ("L.123-4", ["l", "123", "4"]),
            ("CAS 107-44-8", ["cas", "107", "44", "8"]),
            ("1C350 and UF6", ["1c350", "and", "uf6"]),
            ("S/RES/1540 (2004)", ["s", "res", "1540", "2004"]),
            ("18 U.S.C. § 175", ["18", "usc", "175"]),
            ("catch_all", ["catch", "all"]),
            ("catch-all", ["catch", "all"]),
            ("art. 5.2", ["art", "5", "2"]),
            ("12,13", ["12", "13"]),
            ("$1,000 or 1.000.000", ["1000", "or", "1000000"]),
            ("EU:s", ["eu", "s"]),
            ("_x_", ["x"]),
            ("end.The", ["end", "the"]),
            ("제48조제2항에", ["제", "48", "조", "제", "2", "항", "에"]),
            ("CAS번호", ["cas", "번호"]),
            ("第48条", ["第", "48", "条"]),
        ])
    func references(_ text: String, _ expected: [String]) {
        #expect(exact(text) == expected)
    }

    @Test(
        "elided articles are exact tokens only, whatever the language",
        arguments: [
            ("l'article", "fr", ["l", "article"], ["articl"]),
            ("l’article", "en", ["l", "article"], ["articl"]),
            ("qu’aujourd'hui", "root", ["qu", "aujourd'hui"], ["aujourd'hui"]),
            ("dell'Unione", "it", ["dell", "unione"], ["union"]),
        ])
    func elision(_ text: String, _ language: String, _ expected: [String], _ stemmed: [String]) {
        #expect(exact(text, language) == expected)
        #expect(stems(text, language) == stemmed)
    }

    @Test("a word after an elided article has a position of its own")
    func elisionPositions() {
        let buffer = analyzed("l'article", "fr")
        #expect(buffer.records.map(\.position) == [0, 1, 1])
        #expect(buffer.positionCount == 2)
    }

    @Test(
        "folding joins what writers take for one",
        arguments: [
            ("ＣＡＰＩＴＡＬ", "capital"), ("Straße", "strasse"), ("ﬁssile", "fissile"), ("İHRACAT", "ihracat"),
            ("ıhracat", "ihracat"), ("об’єкт", "об'єкт"), ("обʼєкт", "об'єкт"), ("oʻzbek", "o'zbek"),
            ("أسلحة", "اسلحه"), ("اسلحه", "اسلحه"), ("الأسلحــة", "الاسلحه"), ("کشور", "كشور"), ("مَادَّة", "ماده"),
            ("می‌شود", "ميشود"), ("٤٨", "48"), ("४८", "48"), ("e\u{301}tat", "état"), ("soft\u{AD}ware", "software"),
        ])
    func folding(_ text: String, _ expected: String) {
        #expect(exact(text) == [expected])
    }

    @Test(
        "stems meet",
        arguments: [
            ("en", "licences", "licence"), ("fr", "sécurité", "securite"), ("es", "exportación", "exportaciones"),
            ("es", "exportación", "exportacion"), ("pt", "exportação", "exportacao"), ("de", "Güter", "Guter"),
            ("ru", "ёмкость", "емкости"), ("ru", "оружия", "оружие"), ("ar", "النووية", "نووي"),
            ("ar", "الأسلحة", "اسلحه"), ("ro", "exportații", "exportaţie"), ("sr", "извоза", "izvoz"),
            ("sr", "oružja", "oruzja"), ("el", "όπλα", "οπλα"), ("uk", "озброєння", "озброєнням"),
            ("uk", "зброї", "зброя"), ("pl", "materiałów", "materialy"), ("cs", "zbraně", "zbrani"),
            ("sk", "zbraní", "zbrane"), ("ko", "무기를", "무기"), ("ko", "수출하여야", "수출하는"),
            ("tr", "İHRACAT", "ihracat"), ("tr", "silahların", "SİLAH"), ("tr", "KANUNI", "kanunı"),
            ("bg", "оръжието", "оръжие"),
            ("ko", "수출허가를", "수출허가"), ("ko", "원자로의", "원자로"), ("bn", "অস্ত্রের", "অস্ত্র"), ("bg", "разрешението", "разрешения"),
            ("uk", "матеріали", "матеріалом"), ("cs", "vývozem", "vyvoz"), ("ka", "მასალების", "მასალა"),
            ("lv", "ieročus", "ieroci"), ("hi", "हथियारों", "हथियार"),
        ])
    func stemming(_ language: String, _ left: String, _ right: String) {
        #expect(stems(left, language) == stems(right, language))
    }

    @Test(
        "letters of their own survive the folding of diacritics",
        arguments: [
            ("es", "año", "ano"), ("sv", "år", "ar"), ("vi", "má", "ma"), ("ru", "йод", "иод"), ("tr", "ön", "on"),
        ])
    func keptLetters(_ language: String, _ left: String, _ right: String) {
        #expect(stems(left, language) != stems(right, language))
    }

    @Test(
        "highlights are exact through steps that change the length",
        arguments: [
            ("1½ mg", ["1", "½", "½", "mg"]), ("große Maße", ["große", "Maße"]), ("İzin ver", ["İzin", "ver"]),
            ("25℃ ok", ["25", "℃", "ok"]), ("ﷺ end", ["ﷺ", "ﷺ", "ﷺ", "ﷺ", "end"]),
            ("법\u{1112}\u{1161}\u{11AB} 법", ["법\u{1112}\u{1161}\u{11AB}", "법"]),
            ("㋀末", ["㋀", "㋀", "末"]), ("㍿の", ["㍿", "㍿", "㍿", "㍿", "の"]), ("l’État", ["l", "État"]),
        ])
    func highlighting(_ text: String, _ expected: [String]) {
        #expect(highlights(text) == expected)
    }

    @Test(
        "an Arabic article that a PDF has turned round meets the right one",
        arguments: [
            ("األسلحة", "الأسلحة"), ("واالتفاقية", "والاتفاقية"), ("باألمن", "بالأمن"), ("اآلن", "الآن"),
        ])
    func turnedArticle(_ turned: String, _ right: String) {
        #expect(exact(turned, "ar") == exact(right, "ar"))
        #expect(stems(turned, "ar") == stems(right, "ar"))
        #expect(highlights(turned, "ar") == [turned])
    }

    @Test(
        "Arabic words that only look so are left alone",
        arguments: [("آلاف", "الاف"), ("الله", "الله"), ("إلى", "الي"), ("اللجنة", "اللجنه"), ("والآن", "والان")])
    func rightArticle(_ word: String, _ expected: String) {
        #expect(exact(word, "ar") == [expected])
    }

    @Test("terms are cut at 255 bytes before a scalar")
    func longWords() {
        let word = String(repeating: "é", count: 400)
        let terms = exact(word)
        #expect(terms == [String(repeating: "é", count: 127)])
        #expect(exact(String(repeating: "a", count: 100_000)).map(\.utf8.count) == [255])
    }

    @Test("positions continue from text to text and ranges begin anew")
    func continuation() {
        let analyzer = Analyzer(language: "en")
        var buffer = TokenBuffer()
        analyzer.analyze("nuclear material", into: &buffer)
        analyzer.analyze("export control", into: &buffer)
        #expect(buffer.positionCount == 4)
        #expect(buffer.records.filter { $0.form == .exact }.map(\.position) == [0, 1, 2, 3])
        #expect(buffer.records.filter { $0.form == .exact }.map(\.start) == [0, 8, 0, 7])
    }
}
