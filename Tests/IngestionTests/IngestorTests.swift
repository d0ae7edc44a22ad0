import Catalog
import Foundation
import Ingestion
import Legislation
import Testing

@Suite("Reading laws into the index")
struct IngestorTests {
    @Test("Markdown, JSON Lines and Akoma Ntoso are found side by side")
    func formats() throws {
        let folder = try LawFolder()
        try folder.write("toxins.md", markdown("Toxins Act", "Keep a ledger of ricin.", "Lock the doors."))
        try folder.write("ports.jsonl", lines("Ports Act", "Declare the mangoes.", "Pay the toll."))
        let model = try Data(contentsOf: URL(fileURLWithPath: corpus + "/en.xml"))
        try folder.write("model.xml", model)
        let summary = try folder.ingest()
        #expect(summary.laws == 3)
        #expect(summary.skipped.isEmpty)
        #expect(summary.files.map(\.path) == summary.files.map(\.path).sorted())
        let report = try folder.verify()
        #expect(report.faults.isEmpty)
        #expect(report.provisions == summary.provisions)
        #expect(summary.languages == ["en": summary.provisions])
        #expect(try folder.search("ricin").count == 1)
        #expect(try folder.search("mangoes").count == 1)
        #expect(
            try folder.search("obligation:op3cd.transit").contains(
                "/akn/un/act/2026/model-non-proliferation/eng@2026-11-23#art_34"))
    }

    @Test("what is unchanged is left, what is changed replaced, what is withdrawn gone")
    func changes() throws {
        let folder = try LawFolder()
        let stays = try folder.write("a.md", markdown("First Act", "Weigh the barrels."))
        let changes = try folder.write("b.md", markdown("Second Act", "Count lemons.", "Count quinces."))
        _ = try folder.ingest()
        try folder.write("b.md", markdown("Second Act", "Count apricots."))
        let added = try folder.write("c.md", markdown("Third Act", "Count medlars."))
        let summary = try folder.ingest()
        #expect(summary.isUnchanged(stays))
        #expect(summary.report(changes)?.provisions == 1)
        #expect(summary.report(added) != nil)
        #expect(summary.laws == 2)
        #expect(try folder.search("barrels").count == 1)
        #expect(try folder.search("apricots").count == 1)
        #expect(try folder.search("medlars").count == 1)
        #expect(try folder.search("lemons").isEmpty)
        #expect(try folder.search("quinces").isEmpty)
        #expect(try folder.verify().faults.isEmpty)
    }

    @Test("a run over unchanged files writes nothing")
    func nothingToDo() throws {
        let folder = try LawFolder()
        try folder.write("a.md", markdown("First Act", "Weigh the barrels."))
        _ = try folder.ingest()
        let manifest = try Data(contentsOf: URL(fileURLWithPath: folder.index.indexPath + "/MANIFEST"))
        let summary = try folder.ingest()
        #expect(summary.laws == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.index.indexPath + "/MANIFEST")) == manifest)
    }

    @Test("the same text under a new date is not read again")
    func touched() throws {
        let folder = try LawFolder()
        let path = try folder.write("a.md", markdown("First Act", "Weigh the barrels."))
        _ = try folder.ingest()
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: path)
        #expect(try folder.ingest().isUnchanged(path))
    }

    @Test("a file that fails after it was changed keeps its former state, and others of the run are stored")
    func failsHalfWay() throws {
        let folder = try LawFolder()
        let head = "<akomaNtoso><act><body>"
        func article(_ number: Int, _ text: String) -> String {
            "<article eId=\"art_\(number)\"><num>Article \(number)</num><content><p>\(text)</p></content></article>"
        }
        let path = try folder.write(
            "a.xml", head + article(1, "Weigh barrels.") + article(2, "Count lemons.") + "</body></act></akomaNtoso>")
        _ = try folder.ingest()
        // Its first article is well-formed and may be handed over before the fault is met.
        try folder.write("a.xml", head + article(1, "Weigh apricots.") + "<article eId=\"art_2\"><num>2</nu")
        try folder.write("b.md", markdown("Second Act", "Count medlars."))
        let summary = try folder.ingest()
        #expect(summary.reason(path)?.contains("line 1") == true)
        #expect(try folder.search("barrels").count == 1)
        #expect(try folder.search("lemons").count == 1)
        #expect(try folder.search("apricots").isEmpty)
        #expect(try folder.search("medlars").count == 1)
        #expect(try folder.verify().faults.isEmpty)
        // It is tried again each time, not remembered as done.
        #expect(try folder.ingest().reason(path) != nil)
    }

    @Test("a law that another file gave before is named and not stored twice")
    func duplicate() throws {
        let folder = try LawFolder()
        let first = try folder.write("a.md", markdown("First Act", "Weigh the barrels."))
        let second = try folder.write("b.md", markdown("First Act", "Weigh the barrels."))
        let summary = try folder.ingest()
        #expect(summary.reason(second)?.contains(first) == true)
        #expect(summary.files.first { $0.path == second }?.duplicates.count == 1)
        #expect(try folder.search("barrels").count == 1)
        #expect(try folder.ingest().reason(second)?.contains(first) == true, "still said the next time")
        #expect(try folder.verify().faults.isEmpty)
    }

    @Test("another law of the same title is kept beside the first, and stays the same law when its text changes")
    func namesake() throws {
        let folder = try LawFolder()
        try folder.write("KE/1/act.md", markdown("Gazette", "Weigh the barrels."))
        let second = try folder.write("KE/2/act.md", markdown("Gazette", "Count lemons."))
        let third = try folder.write("KE/3/act.md", markdown("Gazette", "Peel onions."))
        let summary = try folder.ingest()
        #expect(summary.skipped.isEmpty)
        #expect(summary.laws == 3)
        #expect(try folder.search("barrels").count == 1)
        let before = try #require(try folder.search("lemons").first)
        #expect(try folder.search("onions").count == 1)
        #expect(try folder.ingest().isUnchanged(second))
        try folder.write("KE/2/act.md", markdown("Gazette", "Count lemons.", "Count medlars."))
        #expect(try folder.ingest().laws == 1)
        #expect(try folder.search("lemons") == [before])
        #expect(try folder.search("medlars").count == 1)
        #expect(try folder.ingest().isUnchanged(third))
        #expect(try folder.verify().faults.isEmpty)
    }

    @Test("a copy is kept as a law of its own once the first file of its title has another law")
    func formerCopy() throws {
        let folder = try LawFolder()
        try folder.write("a.md", markdown("Gazette", "Weigh the barrels."))
        let copy = try folder.write("b.md", markdown("Gazette", "Weigh the barrels."))
        #expect(try folder.ingest().reason(copy) != nil)
        try folder.write("a.md", markdown("Gazette", "Count lemons."))
        #expect(try folder.ingest().laws == 2)
        #expect(try folder.search("barrels").count == 1)
        #expect(try folder.search("lemons").count == 1)
        #expect(try folder.verify().faults.isEmpty)
    }

    @Test("what has a number is one law, whatever its words in another file")
    func numbered() throws {
        let folder = try LawFolder()
        let head = "---\ntitle: Ports Act\ncountry: KE\nlang: en\nnumber: \"7\"\n---\n\n## Article 1\n\n"
        let first = try folder.write("a.md", head + "Weigh the barrels.\n")
        let second = try folder.write("b.md", head + "Count lemons.\n")
        #expect(try folder.ingest().reason(second)?.contains(first) == true)
        #expect(try folder.search("lemons").isEmpty)
    }

    @Test("a law that moves to a file that is read earlier is not lost")
    func moved() throws {
        let folder = try LawFolder()
        try folder.write("a.jsonl", lines("First Act", "Weigh barrels.", "Weigh tubs."))
        try folder.write("b.jsonl", lines("Second Act", "Count lemons.", "Count quinces."))
        _ = try folder.ingest()
        try folder.write(
            "a.jsonl",
            lines("First Act", "Weigh barrels.", "Weigh tubs.") + lines("Second Act", "Count figs.", "Count quinces."))
        try folder.write("b.jsonl", lines("Third Act", "Peel onions.", "Peel leeks."))
        _ = try folder.ingest()
        #expect(try folder.search("barrels").count == 1)
        #expect(try folder.search("onions").count == 1)
        #expect(try folder.search("figs").count == 1)
        #expect(try folder.search("lemons").isEmpty)
        #expect(try folder.verify().faults.isEmpty)
    }

    @Test("a duplicate takes the place of the law that another file gave, once that file gives it no more")
    func promoted() throws {
        let folder = try LawFolder()
        try folder.write("a.jsonl", lines("First Act", "Weigh barrels.", "Weigh tubs."))
        try folder.write("b.jsonl", lines("First Act", "Weigh barrels.", "Weigh tubs."))
        _ = try folder.ingest()
        try folder.write("a.jsonl", lines("Second Act", "Count lemons.", "Count quinces."))
        _ = try folder.ingest()
        #expect(try folder.search("lemons").count == 1)
        #expect(try folder.search("barrels").count == 1)
        #expect(try folder.verify().faults.isEmpty)
    }

    @Test("laws that swap their files are all kept, and counted once")
    func swapped() throws {
        let folder = try LawFolder()
        func write(_ name: String, _ laws: [String]) throws {
            try folder.write(name, laws.map { lines($0, "Weigh \($0)weight.", "Weigh tubs.") }.joined())
        }
        try write("a.jsonl", ["Fig", "Plum"])
        try write("b.jsonl", ["Pear", "Quince"])
        try write("c.jsonl", ["Onion"])
        _ = try folder.ingest()
        try write("a.jsonl", ["Pear", "Quince", "Onion"])
        try write("b.jsonl", ["Fig", "Plum"])
        let summary = try folder.ingest()
        #expect(summary.laws == 4)
        #expect(summary.provisions == 8)
        for law in ["fig", "plum", "pear", "quince", "onion"] {
            #expect(try folder.search("\(law)weight").count == 1, "\(law)")
        }
        #expect(try folder.verify().faults.isEmpty)
    }

    @Test("a path that does not exist ends the run before anything is made")
    func noSuchPath() throws {
        let folder = try LawFolder()
        #expect(throws: IngestionError.noSuchPath(folder.path("nowhere"))) { try folder.ingest("nowhere") }
        #expect(!folder.index.exists)
    }

    @Test("readers see the state before a run or after it")
    func snapshot() throws {
        let folder = try LawFolder()
        try folder.write("a.md", markdown("First Act", "Weigh the barrels."))
        _ = try folder.ingest()
        let catalog = try Catalog(directory: folder.index.path, mode: .readOnly)
        try folder.write("b.md", markdown("Second Act", "Count lemons."))
        _ = try folder.ingest()
        #expect(try catalog.counts().laws == 2)
        #expect(try folder.search("lemons").count == 1)
    }
}
