import Catalog
import Foundation
import Legislation

/// An index folder that goes when the test ends.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("catalog-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var database: String { path + "/catalog.sqlite" }
}

/// Invented laws and files.
enum Sample {
    static func law(
        _ name: String, country: String = "KE", language: String = "en", version: String? = nil,
        status: LawStatus = .inForce
    ) throws -> Law {
        Law(
            work: "/akn/\(country.lowercased())/act/2012/\(name)", jurisdiction: try Jurisdiction(code: country),
            language: try LanguageTag(language), title: "Act on \(name)", version: version, status: status)
    }

    static func provision(_ eId: String, _ text: String = "Every holder of a licence keeps records.") -> Provision {
        Provision(eId: eId, kind: .article, text: text)
    }

    static func provisions(_ count: Int, from first: Int = 1) -> [Provision] {
        (first..<first + count).map { provision("art_\($0)", "Text of article \($0).") }
    }

    static func identity(_ path: String, checksum: String = "c0ffee") -> SourceFile.Identity {
        SourceFile.Identity(path: path, checksum: checksum, size: 4096, modified: 1_700_000_000_000_000_000)
    }
}

extension CatalogSession {
    /// Begins with a file that must be new to the catalog or changed.
    func begin(_ path: String, checksum: String = "c0ffee") throws -> Int64 {
        switch try beginSource(Sample.identity(path, checksum: checksum)) {
        case .begun(let id, _): return id
        case .unchanged: throw SampleError.unexpected("\(path) is unchanged")
        }
    }

    /// Records a law that must be new to the catalog.
    func add(_ law: Law, source: Int64) throws -> LawRecord {
        guard case .added(let record) = try upsertLaw(law, source: source) else {
            throw SampleError.unexpected("\(law.work) is known")
        }
        return record
    }

    /// A whole file with one law.
    @discardableResult
    func file(_ path: String, checksum: String = "c0ffee", _ law: Law, _ provisions: [Provision]) throws -> LawRecord {
        let source = try begin(path, checksum: checksum)
        let record = try add(law, source: source)
        _ = try appendProvisions(toLaw: record.id, provisions)
        try finishSource(source)
        return record
    }
}

enum SampleError: Error {
    case unexpected(String)
}
