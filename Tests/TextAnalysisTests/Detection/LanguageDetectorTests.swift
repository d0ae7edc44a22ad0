import Testing
import TextAnalysis

@Suite("Languages told from text")
struct LanguageDetectorTests {
    @Test(
        "sentences",
        arguments: [
            ("en", "No person shall export nuclear material without a licence issued by the Authority."),
            ("fr", "Nul ne peut exporter des matières nucléaires sans une licence délivrée par l'Autorité."),
            ("es", "Ninguna persona podrá exportar materiales nucleares sin licencia de la autoridad competente."),
            ("ru", "Запрещается вывоз ядерных материалов без разрешения уполномоченного органа."),
            ("uk", "Забороняється вивезення ядерних матеріалів без дозволу уповноваженого органу."),
            ("sr-Cyrl", "Забрањен је извоз нуклеарног материјала без дозволе надлежног органа."),
            ("ar", "لا يجوز لأي شخص تصدير المواد النووية دون ترخيص من السلطة المختصة."),
            ("zh-Hans", "未经许可，任何单位和个人不得出口核材料。"),
            ("zh-Hant", "未經許可，任何單位和個人不得出口核材料。"),
            ("ja", "許可を受けないで核物質を輸出してはならない。"),
            ("ko", "누구든지 허가를 받지 아니하고 핵물질을 수출하여서는 아니 된다."),
            ("th", "ห้ามมิให้ผู้ใดส่งออกวัสดุนิวเคลียร์โดยไม่ได้รับอนุญาต"),
        ])
    func sentences(_ language: String, _ text: String) throws {
        let guesses = LanguageDetector.detect(text, hint: nil)
        #expect(guesses.first?.language == language)
        #expect(guesses.allSatisfy { (0...1).contains($0.confidence) })
    }

    @Test("a short question gets several languages, Han ones both readings")
    func shortQuestions() {
        #expect(Set(StemLanguages.candidates(for: "許可").map { String($0.prefix(2)) }).isSuperset(of: ["zh", "ja"]))
        #expect(StemLanguages.candidates(for: "exportation").count >= 4)
        #expect(StemLanguages.candidates(for: "оружие").contains("ru"))
        #expect(StemLanguages.candidates(for: "107-44-8") == ["root"])
        #expect(LanguageDetector.detect("123", hint: "en").isEmpty)
    }

    @Test("a hint decides where the text does not")
    func hints() {
        #expect(LanguageDetector.detect("import", hint: "nl").first?.language == "nl")
        #expect(LanguageDetector.detect("оружие", hint: "en").first?.language != "en")
    }

    @Test("every language said to be stemmed is")
    func supported() {
        let samples = ["en": ("weapons", "weapon"), "uk": ("зброї", "зброя"), "pl": ("ustawy", "ustawa")]
        for (language, pair) in samples {
            #expect(StemLanguages.supported.contains(language))
            #expect(stems(pair.0, language) == stems(pair.1, language))
        }
        #expect(!StemLanguages.supported.contains("zh"))
    }
}
