import Foundation
import Legislation
import Testing

@Suite("Hostile and broken files")
struct HostileInputTests {
    private func failure(_ bytes: Data, options: ReaderOptions = .init()) -> LegislationReadError? {
        #expect(throws: LegislationReadError.self) { try read(bytes, options: options) }
    }

    private func failure(_ text: String) -> LegislationReadError? { failure(Data(text.utf8)) }

    @Test("entity expansion is refused before the parser sees it")
    func billionLaughs() {
        let text = """
            <?xml version="1.0"?><!DOCTYPE akomaNtoso [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><akomaNtoso><act><body>&c;</body></act></akomaNtoso>
            """
        #expect(failure(text)?.reason == .refusedDTD)
    }

    @Test("an external DTD is refused")
    func externalDTD() {
        let error = failure("<!DOCTYPE Statute SYSTEM \"file:///etc/passwd\"><Statute><Body/></Statute>")
        #expect(error?.reason == .refusedDTD)
        #expect(error?.place == .line(1))
    }

    @Test("truncated XML names the line")
    func truncatedXML() {
        let error = failure("<akomaNtoso><act>\n<body>\n<article eId=\"art_1\"><num>1</num><content><p>Cut he")
        #expect(error?.reason == .malformed)
        #expect(error?.place == .line(3))
    }

    @Test("deep nesting is refused")
    func deepXML() {
        let open = String(repeating: "<part>", count: 5_000)
        let close = String(repeating: "</part>", count: 5_000)
        #expect(failure("<akomaNtoso><act><body>\(open)\(close)</body></act></akomaNtoso>")?.reason == .tooDeep)
    }

    @Test("damaged UTF-8 is named by its byte")
    func damagedUTF8() {
        var bytes = Data(String(repeating: "Статья запрещает оружие. ", count: 20).utf8)
        let broken = bytes.count
        bytes.append(contentsOf: [0xD0, 0x20])
        bytes.append(contentsOf: String(repeating: "Статья запрещает. ", count: 20).utf8)
        let error = failure(bytes)
        #expect(error?.reason == .undecodable)
        #expect(error?.place == .byte(broken))
    }

    @Test("nothing in a file is said so", arguments: [Data(), Data(" \n\t\n".utf8), Data([0xEF, 0xBB, 0xBF])])
    func empty(bytes: Data) {
        #expect(failure(bytes)?.reason == .empty)
    }

    @Test("a file over the limit names the limit")
    func limit() {
        let error = failure(Data(repeating: 0x41, count: 101), options: ReaderOptions(sizeLimit: 100))
        #expect(error?.reason == .tooLarge)
        #expect(error?.description.contains("100") == true)
    }

    @Test(
        "what is no legislation is answered with the formats that are",
        arguments: ["{\"name\": \"app\", \"version\": 3}", "[{\"a\": 1}]", "<svg><path/></svg>"])
    func notLegislation(text: String) {
        let error = failure(text)
        #expect(error?.reason == .notLegislation)
        #expect(error?.mend.contains("Akoma Ntoso") == true)
    }

    @Test("broken JSON is malformed")
    func brokenJSON() {
        #expect(failure("{\"title\": \"x\", \"provisions\": [")?.reason == .malformed)
    }

    @Test("JSON nested without end is an error, not a crash")
    func deepJSON() {
        #expect(failure(String(repeating: "{\"sections\":[", count: 100_000)) != nil)
    }

    @Test("NUL bytes are taken out and noted")
    func nul() throws {
        let result = try read("Act on Toxins\n\nSection 1\nNo person\u{0} shall make a toxin.\n")
        #expect(result.provisions.allSatisfy { !$0.text.contains("\u{0}") })
        #expect(result.report.notes.contains { $0.message.contains("NUL") })
    }

    @Test("a single line of 50 MB is cut into provisions, nothing lost")
    func longLine() throws {
        let sentence = "no person shall make a toxin "
        let text = String(repeating: sentence, count: 50_000_000 / sentence.utf8.count)
        let result = try read(text)
        #expect(result.report.structure == .paragraphGroups)
        let letters = result.provisions.reduce(0) { $0 + $1.text.utf8.count + 1 }
        #expect(abs(letters - text.utf8.count) <= 1)
        #expect(result.provisions.allSatisfy { $0.text.utf8.count <= 1_500 })
    }

    @Test("what comes again by the ten thousand is read", .timeLimit(.minutes(1)))
    func repeated() throws {
        let raised = try read(
            "<html><body><p>\(String(repeating: "m 1<sup>2</sup> ", count: 30_000))</p></body></html>")
        #expect(raised.provisions.first?.text.hasPrefix("m 1² m 1²") == true)
        let quotes = String(repeating: "„", count: 100_000) + String(repeating: "\na", count: 299)
        #expect(throws: Never.self) { try read("Act\n\(quotes)\n\(String(repeating: "“", count: 100_000))") }
    }

    @Test("a missing file and a folder are typed errors")
    func unreadable() {
        for path in ["/nonexistent/law.xml", "/tmp"] {
            let error = #expect(throws: LegislationReadError.self) {
                try LegislationReader().read(URL(fileURLWithPath: path), onLaw: { _ in }, onProvision: { _ in })
            }
            #expect(error?.reason == .unreadable)
        }
    }

    @Test("any bytes are read or answered with a typed error", arguments: 0..<60)
    func fuzz(seed: Int) {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let starts = [
            "", "<akomaNtoso>", "{\"provisions\":[", "---\n", "# ", "§ 1 ", "第", "<html>", "{\"text\":\"", "المادة ",
        ]
        var bytes = Data(starts[seed % starts.count].utf8)
        for _ in 0..<400 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            bytes.append(UInt8(truncatingIfNeeded: state >> 33))
        }
        do { _ = try read(bytes) } catch { #expect(error is LegislationReadError) }
    }
}
