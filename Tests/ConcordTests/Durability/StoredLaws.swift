import Catalog
import Foundation
import Ingestion
import Legislation

/// The laws of a catalog with their words: what must be the same before and after a crash.
struct StoredLaws: Equatable {
    /// Text of the provisions in order, by expression.
    var texts: [String: [String]] = [:]

    init() {}

    /// Reads all that is stored in a folder; nothing where there is no catalog yet.
    init(in folder: IndexFolder) throws {
        guard folder.exists else { return }
        let catalog = try Catalog(directory: folder.path, mode: .readOnly)
        var laws: [LawRecord] = []
        try catalog.forEachLaw { laws.append($0) }
        for law in laws {
            texts[law.expression] = try catalog.provisions(ofLaw: law.id).map {
                "\($0.provision.eId)\t\($0.provision.heading ?? "")\t\($0.provision.text)"
            }
        }
    }

    /// Whether each law is as one of two states has it, whole, and none is missing that both have.
    func lies(between before: StoredLaws, and after: StoredLaws) -> Bool {
        texts.allSatisfy { before.texts[$0.key] == $0.value || after.texts[$0.key] == $0.value }
            && before.texts.allSatisfy { texts[$0.key] != nil || after.texts[$0.key] == nil }
    }
}
