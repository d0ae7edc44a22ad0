import Legislation
import TestSupport
import Testing

@testable import Catalog

@Suite("Several expressions of a work live side by side")
struct CatalogVersionsTests {
    let folder: TemporaryFolder
    let catalog: Catalog

    init() throws {
        folder = try TemporaryFolder()
        catalog = try Catalog(directory: folder.path, mode: .readWrite)
    }

    private func add(_ version: String?, language: String = "en", enacted: String? = nil) throws -> Int64 {
        var law = try Sample.law("7", language: language, version: version)
        law.enacted = enacted
        let name = "\(language)-\(version ?? "none")"
        return try catalog.write { try $0.file(name, law, Sample.provisions(2)).id }
    }

    @Test("the newest of each language is asked, or the one of a day")
    func selections() throws {
        let (old, new) = (try add("2009-01-01"), try add("2012-06-01"))
        let french = try add("2010-01-01", language: "fr")
        let undated = try catalog.write { try $0.file("u", Sample.law("undated"), Sample.provisions(1)).id }
        #expect(try catalog.selection(.all).hidden == [])
        #expect(try catalog.selection(.newest).hidden == [old])
        let day = try #require(LawDay("2010-02-01"))
        let selection = try catalog.selection(.asOf(day, includesUndated: true))
        #expect(selection.hidden == [new])
        #expect(selection.undated == [undated])
        #expect(try catalog.selection(.asOf(day, includesUndated: false)).hidden == [new, undated])
        let early = try #require(LawDay("2001-01-01"))
        #expect(try catalog.selection(.asOf(early, includesUndated: true)).hidden == [old, new, french])
    }

    @Test("an IRI and a day give an expression, or tell that none is known")
    func lawOnDay() throws {
        let (old, new) = (try add("2009-01-01"), try add("2012-06-01"))
        func law(_ iri: String, _ day: String) throws -> Int64? {
            try catalog.law(iri: iri, on: #require(LawDay(day)))?.law.id
        }
        #expect(try law("/akn/ke/act/2012/7", "2008-12-31") == nil)
        #expect(try law("/akn/ke/act/2012/7", "2009-01-01") == old)
        #expect(try law("/akn/ke/act/2012/7/eng", "2012-06-01") == new)
        #expect(try law("/akn/ke/act/2012/8", "2012-06-01") == nil)
        let versions = try catalog.versions(iri: "/akn/ke/act/2012/7")
        #expect(versions.map(\.law.id) == [old, new])
        #expect(versions.map { $0.validity.end?.text } == ["2012-06-01", nil])
    }

    @Test("at most one expression of a work and language is said to have applied on a day", arguments: 0..<20)
    func atMostOne(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var facts: [LawTimeline.Facts] = []
        func date() -> String? {
            let year = Int.random(in: 2000...2004, using: &random)
            let month = "0\(Int.random(in: 1...9, using: &random))"
            switch Int.random(in: 0..<4, using: &random) {
            case 0: return nil
            case 1: return String(year)
            case 2: return "\(year)-\(month)"
            default: return "\(year)-\(month)-1\(Int.random(in: 0...9, using: &random))"
            }
        }
        for id in 1...Int64(6) {
            facts.append(
                .init(
                    id: id, version: date(), inForce: date(), enacted: date(),
                    status: LawStatus.allCases.randomElement(using: &random) ?? .unknown))
        }
        let timeline = LawTimeline(facts)
        #expect(Set(timeline.entries.map(\.law)) == Set(1...6))
        for year in 1999...2006 {
            for month in 1...9 {
                let day = try #require(LawDay("\(year)-0\(month)-15"))
                let applied = timeline.entries.count { $0.validity.standing(on: day) == .applied }
                #expect(applied <= 1)
            }
        }
    }
}
