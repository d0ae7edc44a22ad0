import Catalog
import Foundation
import Legislation
import Testing

@Suite("What is stored is read back")
struct CatalogRoundTripTests {
    let folder: TemporaryFolder
    let catalog: Catalog

    init() throws {
        folder = try TemporaryFolder()
        catalog = try Catalog(directory: folder.path, mode: .readWrite)
    }

    @Test("a law with every field set, and one with none, come back equal")
    func lawFields() throws {
        let full = Law(
            work: "/akn/fr/act/2011/702", jurisdiction: try Jurisdiction(code: "FR"),
            language: try LanguageTag("fr"), title: "Loi « modèle » n° 2011-702 — contrôle", number: "2011-702",
            kind: "loi", enacted: "2011-06-22", inForce: "2012", version: "2019-05", status: .notYetInForce,
            sourceURL: "https://example.org/loi?x=1&y='2'", authenticity: .unofficialTranslation)
        let bare = try Sample.law("bare", status: .unknown)
        let ids = try catalog.write { session in
            let source = try session.begin("fr/loi.xml")
            let first = try session.add(full, source: source)
            return [first.id, try session.add(bare, source: source).id]
        }
        let first = try #require(try catalog.law(id: ids[0]))
        #expect(first.law == full)
        #expect(first.expression == full.expression)
        #expect(first.sourcePath == "fr/loi.xml")
        #expect(first.sourceChecksum == "c0ffee")
        #expect(first.detectedLanguage == nil)
        #expect(first.ordinal == 0)
        let second = try #require(try catalog.law(id: ids[1]))
        #expect(second.law == bare)
        #expect(second.ordinal == 1)
        #expect(try catalog.law(id: 99) == nil)
    }

    @Test(
        "jurisdictions and languages come back equal, also the unknown ones",
        arguments: ["ZZ", "UN", "EU", "CN", "XK"], ["und", "zh-Hant", "sr-Cyrl", "pt", "mt"])
    func identity(country: String, language: String) throws {
        let law = try Sample.law("a", country: country, language: language)
        let id = try catalog.write { session in
            let source = try session.begin("a")
            return try session.add(law, source: source).id
        }
        let stored = try catalog.law(id: id)
        #expect(stored?.law == law)
        #expect(stored?.law.jurisdiction.code == country)
        #expect(stored?.law.language.description == language)
    }

    @Test(
        "a provision comes back equal, whatever its text",
        arguments: [
            "", " \n\t", "it's \"quoted\" \\ and % _ ; --", "第一条　为了加强管理，制定本法。", "المادة ١: يُحظر", "👩‍👩‍👧‍👦 e\u{301} \u{FEFF}",
            String(repeating: "ab漢 ", count: 100_000),
        ])
    func provisionFields(text: String) throws {
        let tag = ObligationTag(code: "op3cd.transit", weapons: ["NW", "CW"], aspect: "framework")
        let full = Provision(
            eId: "art_1", kind: .schedule, number: "第十条之二", heading: text, path: ["Part \"I\"", "", text], text: text,
            externalID: "X/1#2", obligationTags: [tag, tag])
        let bare = Provision(eId: "art_2", kind: .paragraphGroup, text: text)
        let law = try catalog.write { try $0.file("a", Sample.law("a"), [full, bare]) }
        let records = try catalog.provisions(ofLaw: law.id)
        #expect(records.map(\.provision) == [full, bare])
        #expect(records.map(\.ordinal) == [0, 1])
        #expect(records.allSatisfy { $0.law.id == law.id && $0.law.provisionCount == 2 })
        #expect(records.first?.iri == "\(law.expression)#art_1")
    }

    @Test("hits are resolved in the order asked, repetitions kept, what is gone left out")
    func order() throws {
        let ids = try catalog.write { session in
            try session.file("a", Sample.law("a"), Sample.provisions(50))
            let gone = try session.file("b", Sample.law("b"), Sample.provisions(5))
            try session.file("c", Sample.law("c"), Sample.provisions(50))
            return try session.deleteLaw(gone.id)
        }
        #expect(ids == [51..<56])
        let records = try catalog.provisions(ids: [90, 3, 52, 3, 1000, 1])
        #expect(records.map(\.id) == [90, 3, 3, 1])
        #expect(records.map(\.law.law.title) == ["Act on c", "Act on a", "Act on a", "Act on a"])
        #expect(try catalog.provisions(ids: []).isEmpty)
        #expect(try catalog.provision(id: 52) == nil)
        #expect(try catalog.provision(id: 56)?.provision.eId == "art_1")
    }

    @Test("an IRI means an expression, the versions of a language, or all of a work, newest first")
    func iri() throws {
        try catalog.write { session in
            let source = try session.begin("many")
            for version in ["2012-06-01", "2019", "2015"] {
                let law = try session.add(Sample.law("x", version: version), source: source)
                _ = try session.appendProvisions(toLaw: law.id, [Sample.provision("sec_\(version)")])
            }
            _ = try session.add(Sample.law("x", language: "fr"), source: source)
            _ = try session.add(Sample.law("xy"), source: source)
            try session.finishSource(source)
        }
        let work = "/akn/ke/act/2012/x"
        #expect(try catalog.laws(iri: work).map(\.law.version) == ["2019", "2015", "2012-06-01", nil])
        #expect(try catalog.laws(iri: work + "/eng").map(\.law.version) == ["2019", "2015", "2012-06-01"])
        #expect(try catalog.laws(iri: work + "/eng@2015").map(\.law.version) == ["2015"])
        #expect(try catalog.law(iri: work)?.law.version == "2019")
        #expect(try catalog.law(iri: "/akn/ke/act/2012") == nil)
        #expect(try catalog.provision(iri: work, eId: "sec_2012-06-01")?.law.law.version == "2012-06-01")
        #expect(try catalog.provision(iri: work + "/eng@2019", eId: "sec_2015") == nil)
    }

    @Test("a provision is found by the identifier of its source")
    func externalID() throws {
        let provision = Provision(eId: "art_1", kind: .article, text: "t", externalID: "CN/法律#12")
        try catalog.write { try $0.file("a", Sample.law("a"), [provision, Sample.provision("art_2")]) }
        #expect(try catalog.provision(externalID: "CN/法律#12")?.provision == provision)
        #expect(try catalog.provision(externalID: "CN") == nil)
    }

    @Test("the walk over provisions keeps to its bounds and ends when told")
    func walk() throws {
        try catalog.write { session in
            try session.file("a", Sample.law("a"), Sample.provisions(10))
            try session.file("b", Sample.law("b"), Sample.provisions(10))
        }
        var seen: [Int64] = []
        try catalog.forEachProvision(after: 8, through: 15) { record in
            seen.append(record.id)
            return record.id < 13
        }
        #expect(seen == [9, 10, 11, 12, 13])
        var titles: [String] = []
        try catalog.forEachLaw { titles.append($0.law.title) }
        #expect(titles == ["Act on a", "Act on b"])
        #expect(throws: SampleError.self) {
            try catalog.forEachProvision { _ in throw SampleError.unexpected("the caller's own") }
        }
    }

    @Test("a law appended to in several calls and transactions keeps one order without gaps")
    func appending() throws {
        let law = try catalog.write { session in
            let source = try session.begin("a")
            let law = try session.add(Sample.law("a"), source: source)
            #expect(try session.appendProvisions(toLaw: law.id, Sample.provisions(3)) == 1..<4)
            #expect(try session.appendProvisions(toLaw: law.id, []).isEmpty)
            #expect(try session.appendProvisions(toLaw: law.id, Sample.provisions(2, from: 4)) == 4..<6)
            return law
        }
        try catalog.write { session in
            _ = try session.appendProvisions(toLaw: law.id, Sample.provisions(2, from: 6))
            try session.setDetectedLanguage(LanguageTag("fr"), ofLaw: law.id)
        }
        #expect(try catalog.provisions(ofLaw: law.id).map(\.ordinal) == Array(0..<7))
        #expect(try catalog.law(id: law.id)?.provisionCount == 7)
        #expect(try catalog.law(id: law.id)?.detectedLanguage == LanguageTag("fr"))
        // Consecutive numbers of one transaction share an entry.
        #expect(try catalog.changes(after: 0).map(\.provisions) == [1..<6, 6..<8])
        #expect(try catalog.verify().isSound)
    }

    @Test("counts add up by jurisdiction, language and status")
    func counts() throws {
        try catalog.write { session in
            try session.file("a", Sample.law("a"), Sample.provisions(3))
            try session.file("b", Sample.law("b", country: "FR", language: "fr"), Sample.provisions(4))
            try session.file("c", Sample.law("c", country: "FR", status: .repealed), Sample.provisions(1))
            try session.finishSource(try session.begin("d"), .skipped(reason: "not legislation"))
            _ = try session.begin("e")
        }
        let counts = try catalog.counts()
        #expect(counts.laws == 3)
        #expect(counts.provisions == 8)
        #expect(counts.byJurisdiction.map(\.key) == ["FR", "KE"])
        #expect(counts.byJurisdiction.map(\.laws) == [2, 1])
        #expect(counts.byJurisdiction.map(\.provisions) == [5, 3])
        #expect(counts.byLanguage.map(\.provisions) == [4, 4])
        #expect(counts.byStatus.map(\.key) == ["in-force", "repealed"])
        #expect(counts.sourcesIndexed == 3)
        #expect(counts.sourcesSkipped == 1)
        #expect(counts.sourcesIncomplete == 1)
    }
}
