import Foundation
import Legislation
import Testing

@Suite("Charsets")
struct CharsetTests {
    @Test(
        "a byte order mark decides", arguments: [String.Encoding.utf16, .utf16BigEndian, .utf16LittleEndian, .utf32])
    func marks(encoding: String.Encoding) throws {
        let text = "\u{FEFF}Loi sur les toxines\n\nArticle 1\nNul ne fabrique une toxine.\n"
        let bytes = try #require(text.data(using: encoding))
        let result = try read(bytes)
        #expect(result.laws.first?.title == "Loi sur les toxines")
        #expect(result.provisions.map(\.eId) == ["art_1"])
        #expect(result.report.convertedFrom?.hasPrefix("UTF-") == true)
    }

    @Test("GB18030 is detected and reported")
    func chinese() throws {
        // 第一条 为了加强管理，制定本条例。 and the like, in GB18030.
        let line: [UInt8] = [
            0xB5, 0xDA, 0xD2, 0xBB, 0xCC, 0xF5, 0x20, 0xCE, 0xAA, 0xC1, 0xCB, 0xBC, 0xD3, 0xC7, 0xBF, 0xB9, 0xDC, 0xC0,
            0xED, 0xA3, 0xAC, 0xD6, 0xC6, 0xB6, 0xA8, 0xB1, 0xBE, 0xCC, 0xF5, 0xC0, 0xFD, 0xA1, 0xA3, 0x0A,
        ]
        let result = try read(Data(Array(repeating: line, count: 6).flatMap { $0 }))
        #expect(result.report.convertedFrom == "GB18030")
        #expect(result.report.notes.map(\.message).contains("converted from GB18030"))
        #expect(result.provisions.first?.text.contains("为了加强管理") == true)
    }

    @Test("an encoding that XML declares is followed")
    func declared() throws {
        let text =
            "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><akomaNtoso><act><body><article eId=\"art_1\">"
            + "<num>Article 1</num><content><p>arme à énergie</p></content></article></body></act></akomaNtoso>"
        let bytes = try #require(text.data(using: .isoLatin1))
        let result = try read(bytes)
        #expect(result.provisions.first?.text == "arme à énergie")
    }
}
