import Catalog
import Foundation
import Legislation
import TestSupport
import Testing

/// The catalog against a dictionary: whatever is done, both hold the same.
@Suite("Random operations leave the catalog as a plain model of it")
struct CatalogModelTests {
    /// What must be in the catalog after the transactions that were kept.
    private struct Model {
        var files: [String: [String: [Provision]]] = [:]
        var checksums: [String: String] = [:]

        func owner(of name: String) -> String? { files.first { $0.value[name] != nil }?.key }
    }

    @Test(
        "after any sequence of operations, the same laws and provisions; the change log leads to them",
        arguments: 0..<12)
    func sameAsModel(seed: Int) throws {
        let folder = try TemporaryFolder()
        var catalog = try Catalog(directory: folder.path, mode: .readWrite)
        var random = SeededGenerator(seed: UInt64(seed))
        var model = Model()
        var replayed = Set<Int64>()
        var reached: Int64 = 0
        for step in 0..<40 {
            var trial = model
            let fails = Int.random(in: 0..<5, using: &random) == 0
            do {
                try catalog.write { session in
                    for _ in 0..<Int.random(in: 1...3, using: &random) {
                        try operate(session, &trial, step: step, &random)
                    }
                    if fails { throw SampleError.unexpected("given up") }
                }
                model = trial
            } catch SampleError.unexpected {
                #expect(fails)
            }
            if Int.random(in: 0..<6, using: &random) == 0 {
                _ = consume catalog
                catalog = try Catalog(directory: folder.path, mode: .readWrite)
            }
            // A follower that looks in now and then.
            if Int.random(in: 0..<3, using: &random) == 0 || step == 39 {
                for change in try catalog.changes(after: reached) {
                    #expect(change.sequence > reached)
                    reached = change.sequence
                    switch change.kind {
                    case .insert: replayed.formUnion(change.provisions)
                    case .delete: replayed.subtract(change.provisions)
                    }
                }
                #expect(reached == (try catalog.currentSequence()))
            }
        }
        var found: [String: [String: [Provision]]] = [:]
        try catalog.forEachLaw { found[$0.sourcePath, default: [:]][$0.law.title] = [] }
        var ids = Set<Int64>()
        try catalog.forEachProvision { record in
            found[record.law.sourcePath]?[record.law.law.title]?.append(record.provision)
            ids.insert(record.id)
            return true
        }
        #expect(found == model.files.filter { !$0.value.isEmpty })
        #expect(ids == replayed)
        #expect(Set(try catalog.sourceFiles().map(\.path)) == Set(model.files.keys))
        #expect(try catalog.verify().problems == [])
        #expect(try catalog.counts().provisions == ids.count)
    }

    private func operate(
        _ session: CatalogSession, _ model: inout Model, step: Int, _ random: inout SeededGenerator
    ) throws {
        let path = "file\(Int.random(in: 0..<5, using: &random))"
        if Int.random(in: 0..<5, using: &random) == 0 {
            let held = (model.files[path] ?? [:]).values.reduce(0) { $0 + $1.count }
            let removed = try session.removeSource(path: path).reduce(0) { $0 + $1.count }
            #expect(removed == held)
            model.files[path] = nil
            model.checksums[path] = nil
            return
        }
        let checksum = "\(Int.random(in: 0..<3, using: &random))"
        let state = try session.beginSource(Sample.identity(path, checksum: checksum))
        guard case .begun(let source, _) = state else {
            #expect(model.checksums[path] == checksum)
            return
        }
        #expect(model.checksums[path] != checksum)
        model.files[path] = [:]
        model.checksums[path] = checksum
        var serial = 0
        for _ in 0..<Int.random(in: 0..<4, using: &random) {
            let name = "law\(Int.random(in: 0..<8, using: &random))"
            let law = try Sample.law(name)
            serial += 10
            let provisions = Sample.provisions(Int.random(in: 0..<4, using: &random), from: serial)
            switch try session.upsertLaw(law, source: source) {
            case .added(let record):
                #expect(model.owner(of: law.title) == nil)
                _ = try session.appendProvisions(toLaw: record.id, provisions)
                model.files[path, default: [:]][law.title] = provisions
            case .again(let record):
                #expect(model.owner(of: law.title) == path)
                _ = try session.appendProvisions(toLaw: record.id, provisions)
                model.files[path]?[law.title]? += provisions
            case .duplicateLaw(let earlier):
                #expect(model.owner(of: law.title) == earlier.sourcePath)
            }
        }
        try session.finishSource(source)
    }
}
