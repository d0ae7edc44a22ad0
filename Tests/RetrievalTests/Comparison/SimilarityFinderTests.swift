import Catalog
import Foundation
import Legislation
import Obligations
import Retrieval
import TestSupport
import Testing

@Suite("Similar provisions")
struct SimilarityFinderTests {
    private static let laws = Result { try TemporaryIndex(laws: InventedLaw.transitLaws) }
    private static let corpus = Result {
        try TemporaryIndex([
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../corpus")
                .standardizedFileURL.path
        ])
    }

    private func similar(_ iri: String, _ count: Int = 10) throws -> SimilarProvisions {
        try SimilarityFinder(folder: Self.laws.get().path).similar(to: SimilarityRequest(iri: iri, count: count))
    }

    @Test("The same text in another State and consolidation is no hit of its own, but listed")
    func sameText() throws {
        let found = try similar("/akn/ug/act/2015/1/eng@2020-01-01#art_4")
        let same = found.sameText.map(\.iri).sorted()
        #expect(same == ["/akn/ug/act/2015/1/eng@2022-01-01#art_4", "/akn/zm/act/2015/1/eng@2020-01-01#art_9"])
        #expect(!found.hits.contains { ["UG", "ZM", "UN"].contains($0.record.law.law.jurisdiction.code) })
        #expect(!found.hits.isEmpty)
        let other = try similar("/akn/fr/act/2015/1/fra@2020-01-01#art_2")
        let uganda = try #require(other.hits.first { $0.record.provision.eId == "art_4" })
        #expect(uganda.sameText.count == 2)
        #expect(other.hits.count { ["UG", "ZM"].contains($0.record.law.law.jurisdiction.code) } == 2)
    }

    @Test("Scores fall, lie between 0 and 1, and words count within a language only")
    func scores() throws {
        let found = try similar("/akn/ug/act/2015/1/eng@2020-01-01#art_4")
        #expect(found.hits.map(\.score) == found.hits.map(\.score).sorted(by: >))
        for hit in found.hits {
            #expect((0...1).contains(hit.score))
            #expect((hit.parts.words != nil) == (hit.record.textLanguage.primary == "en"))
            #expect(hit.rows == [ObligationCode("op3cd.transit")])
        }
        #expect(Set(found.hits.map(\.record.textLanguage.primary)).isSuperset(of: ["fr", "ar", "ja"]))
        #expect(try similar("/akn/ug/act/2015/1/eng@2020-01-01#art_4", 2).hits.count == 2)
    }

    @Test("A provision that is not there, or an IRI of a law, is refused")
    func unknown() throws {
        #expect(throws: ComparisonError.unknownProvision("/akn/xx/act/1#art_1", index: try Self.laws.get().path)) {
            try similar("/akn/xx/act/1#art_1")
        }
        #expect(throws: ComparisonError.notAProvision("/akn/ug/act/2015/1")) { try similar("/akn/ug/act/2015/1") }
        #expect(throws: ComparisonError.self) { try similar("/akn/ug/act/2015/1#art_77") }
        #expect(throws: ComparisonError.self) { try similar("") }
    }

    @Test("The translations of a model article are found by its concepts")
    func translations() throws {
        let finder = try SimilarityFinder(folder: Self.corpus.get().path)
        let (articles, languages) = ([5, 20, 34, 45], ["fra", "ara", "zho", "rus", "spa"])
        var found = 0
        for article in articles {
            var request = SimilarityRequest(
                iri: "/akn/un/act/2026/model-non-proliferation/eng#art_\(article)", count: 300)
            request.includesOwnState = true
            let hits = try finder.similar(to: request).hits
            for language in languages {
                let place = hits.filter { $0.record.law.law.language.threeLetterCode == language }.firstIndex {
                    $0.record.law.law.work == "/akn/un/act/2026/model-non-proliferation"
                        && $0.record.provision.eId == "art_\(article)"
                }
                if let place, place < 5 { found += 1 }
            }
        }
        #expect(found >= 16, "\(found) of \(articles.count * languages.count) among the first five of their language")
    }
}
