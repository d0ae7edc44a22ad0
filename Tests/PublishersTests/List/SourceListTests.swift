import Foundation
import Legislation
import Testing

@testable import Publishers

/// A source with some lines put in the place of others.
private func source(_ lines: [String: String] = [:], without: [String] = []) -> String {
    var all = [
        "id": "laws", "state": "KE", "language": "en", "publisher": "Press", "licence": "open", "format": "xml",
        "schedule": "weekly", "urls": "[\"https://law.example/1\"]",
    ]
    all.merge(lines) { $1 }
    for key in without { all[key] = nil }
    let text = all.sorted { $0.key < $1.key }.map { "    \($0.key): \($0.value)" }
    return "sources:\n  -\n" + text.joined(separator: "\n") + "\n"
}

/// Lists with a fault, a word that its error names, and whether the error has a line.
private let faults: [(text: String, names: String, hasLine: Bool)] = [
    (source(["state": "XQ"]), "state", true), (source(["state": "Kenya"]), "KE", true),
    (source(["language": "e"]), "language", true), (source(["format": "doc"]), "akn", true),
    (source(["schedule": "hourly"]), "daily", true), (source(["delay": "-1"]), "delay", true),
    (source(["delay": "soon"]), "delay", true), (source(["size-limit": "big"]), "size", true),
    (source(["size-limit": "99999999999999999999 GB"]), "size", true),
    (source(["urls": "[\"ftp://law.example/\"]"]), "http", true),
    (source(["urls": "[law.example]"]), "https", true),
    (source(["urls": "[]"]), "empty", true), (source(["urls": "https://law.example/"]), "list", true),
    (source(without: ["urls"]), "documents", true), (source(without: ["licence"]), "licence", true),
    (source(["licence": "''"]), "empty", true), (source(["colour": "red"]), "colour", true),
    (source(["id": "\"a b\""]), "id", true), (source(["id": "../x"]), "id", true),
    (source(["index": "https://law.example/"]), "index", true), (source(["pages": "2"]), "pages", true),
    (source(["tried": "maybe"]), "tried", true), (source(["publisher": "[a]"]), "single", true),
    (source(["index": "https://law.example/", "links": "'('"], without: ["urls"]), "links", true),
    (source(["index": "https://law.example/"], without: ["urls"]), "links", true),
    (
        source(
            ["index": "https://law.example/", "links": "x", "document": "https://law.example/$1"],
            without: ["urls"]), "document", true
    ),
    (source(["pattern": "\"https://h/{a}\""], without: ["urls"]), "{a}", true),
    (source(["pattern": "\"https://h/{a\""], without: ["urls"]), "brace", true),
    (source(["pattern": "https://h/", "variables": "{a: 1}"], without: ["urls"]), "variable a", true),
    (source(["pattern": "\"{a}://h/\"", "variables": "{a: file}"], without: ["urls"]), "http", true),
    (source(["pattern": "\"https://h/{a}\"", "variables": "{a: 9..1}"], without: ["urls"]), "range", true),
    (
        source(
            ["pattern": "\"https://h/{a}{b}\"", "variables": "{a: 1..9999, b: 1..9999}"], without: ["urls"]),
        "100000", true
    ),
    ("contact: nobody\n" + source(), "contact", true),
    ("contact: \"a@b\\r\\nX: y\"\n" + source(), "contact", true),
    ("", "empty", false), ("sources: []", "no sources", true), ("- a", "keys", true),
    ("sources: x", "list", true),
    ("sources:\n  - id: [", "YAML", true), ("sources:\n\t- a", "YAML", true), ("a: 1\na: 2", "twice", true),
    (source() + String(source(["state": "UG"]).dropFirst(9)), "id", true),
]

@Suite("Lists of sources")
struct SourceListTests {
    private static func read(_ text: String) throws(SourceListError) -> SourceList {
        try SourceListReader(file: "sources.yaml").read(text)
    }

    @Test("the list that Concord brings is read, and names no address twice")
    func builtIn() throws {
        let list = try SourceListReader(file: BuiltInSources.path).read()
        #expect(list.sources.count >= 12)
        var addresses: [WebAddress] = []
        for source in list.sources {
            guard case .addresses(let named) = source.listing else { continue }
            addresses += named
            #expect(named.allSatisfy { $0.scheme == .https })
        }
        #expect(Set(addresses).count == addresses.count)
        #expect(list.sources.allSatisfy { $0.delay >= .seconds(1) })
    }

    @Test("a source says what it says")
    func whole() throws {
        let list = try Self.read(
            """
            contact: desk@law.example
            sources:
              - id: acts
                state: ken
                language: sw
                publisher: "Press: official"
                licence: open
                format: html
                schedule: monthly
                delay: 2.5
                size-limit: 3 MB
                note: anything
                tried: true
                index: https://law.example/list
                links: '/acts/(\\d+)$'
                document: https://law.example/data/$1.html
                pages: 3
                documents: 70
                complete: false
            """)
        #expect(list.contact == "desk@law.example")
        let source = list.sources[0]
        #expect(source.state.code == "KE")
        #expect(source.folder == "KE/sw")
        #expect(source.delay == .seconds(2.5))
        #expect(source.sizeLimit == 3_000_000)
        #expect(source.schedule == .monthly)
        #expect(
            source.listing
                == .index(
                    PublisherIndex(
                        address: try WebAddress("https://law.example/list"), links: "/acts/(\\d+)$",
                        document: "https://law.example/data/$1.html", pageLimit: 3, documentLimit: 70,
                        isComplete: false)))
    }

    @Test("a pattern stands for all values of its variables")
    func pattern() throws {
        let text = source(
            ["pattern": "\"https://law.example/{year}/{n}.xml\"", "variables": "{year: 1998..2000, n: [07..09, a]}"],
            without: ["urls"])
        guard case .addresses(let addresses) = try Self.read(text).sources[0].listing else {
            Issue.record("no addresses")
            return
        }
        #expect(addresses.count == 12)
        #expect(addresses[0].text == "https://law.example/1998/07.xml")
        #expect(addresses[11].text == "https://law.example/2000/a.xml")
    }

    @Test(
        "what is wrong is named with file, line and mend",
        arguments: faults)
    func wrong(text: String, names: String, hasLine: Bool) {
        let error = #expect(throws: SourceListError.self) { try Self.read(text) }
        guard let error else { return }
        #expect(error.description.contains(names), "\(error)")
        #expect(error.description.hasPrefix("sources.yaml"))
        #expect((error.line != nil) == hasLine, "\(error)")
        #expect(!error.mend.isEmpty)
    }

    @Test("the line of a fault is that of its value")
    func line() {
        let text =
            "sources:\n" + "  - id: a\n    state: KE\n    language: en\n    schedule: never\n"
            + "    publisher: p\n    licence: l\n    format: xml\n    urls: ['https://h/']\n"
        let error = #expect(throws: SourceListError.self) { try Self.read(text) }
        #expect(error?.line == 5)
    }

    @Test("a list that is not there, or not UTF-8, is named")
    func unreadable() throws {
        let missing = #expect(throws: SourceListError.self) { try SourceListReader(file: "/no/such.yaml").read() }
        #expect(missing?.isMissing == true)
        let path = NSTemporaryDirectory() + "concord-sources-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data([0x61, 0xFF, 0xFE]).write(to: URL(fileURLWithPath: path))
        let garbled = #expect(throws: SourceListError.self) { try SourceListReader(file: path).read() }
        #expect(garbled?.isMissing == false)
    }

    @Test("deep nesting ends in an error", arguments: ["[", "{", "[\n", "- ", "? ", "{a: ", "-\n"])
    func deep(piece: String) {
        #expect(throws: SourceListError.self) { try Self.read("sources: " + String(repeating: piece, count: 50_000)) }
        let stairs = (0..<2000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
        #expect(throws: SourceListError.self) { try Self.read(stairs) }
    }

    @Test("a source is due when its time has passed, give or take an hour")
    func due() {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        func isDue(_ schedule: Schedule, hours: Double) -> Bool {
            schedule.isDue(last: now.addingTimeInterval(-hours * 3600), now: now)
        }
        #expect(isDue(.daily, hours: 23.5))
        #expect(!isDue(.daily, hours: 22))
        #expect(isDue(.weekly, hours: 168))
        #expect(!isDue(.weekly, hours: 140))
        #expect(!isDue(.manual, hours: 1e6))
        #expect(Schedule.yearly.isDue(last: nil, now: now))
        #expect(!Schedule.manual.isDue(last: nil, now: now))
    }

    @Test(
        "a page of excuses is told from a law",
        arguments: [
            (DocumentFormat.xml, "<?xml version='1.0'?><law/>", true), (.akn, "\u{FEFF} <akomaNtoso>", true),
            (.xml, "<!doctype HTML><p>", false), (.xml, "Not found", false), (.json, " {\"a\": 1}", true),
            (.json, "<html>", false), (.text, "Article 1", true), (.text, "<html>", false), (.html, "<p>", true),
            (.pdf, "%PDF-1.7", true), (.pdf, "<html>", false), (.docx, "PK\u{3}\u{4}", true), (.docx, "<html>", false),
            (.rtf, "{\\rtf1", true), (.markdown, "# Act", true), (.markdown, "", false), (.html, "", false),
        ])
    func formats(format: DocumentFormat, text: String, isAccepted: Bool) {
        #expect((format.fault(ofBeginning: Array(text.utf8)) == nil) == isAccepted)
    }

    @Test("XML in a charset of two bytes is XML")
    func utf16() throws {
        let bytes = try #require("<?xml version='1.0'?><law/>".data(using: .utf16))
        #expect(DocumentFormat.xml.fault(ofBeginning: Array(bytes)) == nil)
    }
}
