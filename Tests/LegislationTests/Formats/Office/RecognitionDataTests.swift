import Testing

@testable import Legislation

@Suite("Data for recognising text")
struct RecognitionDataTests {
    private let data = RecognitionData(
        listing: "List of available languages in \"/usr/share/tessdata/\" (6):\nara\ndeu\neng\nfas\nfra\nosd\n")

    @Test("the language that was named for the file decides")
    func named() throws {
        #expect(data.choice(language: try LanguageTag("fr"), script: "Arabic") == "fra")
        #expect(data.choice(language: try LanguageTag("ru"), script: nil) == nil)
        #expect(RecognitionData.package(language: try LanguageTag("ru"), script: nil) == "tesseract-ocr-rus")
        #expect(RecognitionData.package(language: try LanguageTag("zh-Hant"), script: nil) == "tesseract-ocr-chi-tra")
    }

    @Test(
        "otherwise the script of the pages does, never data of another script",
        arguments: [("Arabic", "ara+fas"), ("Latin", "eng+fra+deu"), ("Cyrillic", nil), ("Unheard-of", nil)])
    func script(script: String, choice: String?) {
        #expect(data.tellsScripts)
        #expect(data.choice(language: nil, script: script) == choice)
    }

    @Test("data of a whole script serves it")
    func wholeScript() {
        let data = RecognitionData(listing: "Arabic\neng\n")
        #expect(!data.tellsScripts)
        #expect(data.choice(language: nil, script: "Arabic") == "Arabic")
        #expect(RecognitionData.package(language: nil, script: "Cyrillic") == "tesseract-ocr-rus")
    }

    @Test("where the script is not known all of the data is tried, but for a few")
    func unknown() {
        #expect(data.choice(language: nil, script: nil) == "ara+deu+eng+fas")
        #expect(RecognitionData(listing: "").choice(language: nil, script: nil) == nil)
    }
}
