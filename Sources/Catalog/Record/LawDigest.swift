import Foundation
import GRDB
import Legislation

/// The digest of a law: what the record holds of its words, so that a later change of them is found.
struct LawDigest {
    /// SHA-256 over the facts of the law and ``provisions``.
    let digest: SHA256Digest
    /// SHA-256 of each provision, one after the other, in the order of the law.
    let provisions: [UInt8]

    init(_ record: LawRecord, provisions: [UInt8]) {
        var hasher = SHA256Hasher()
        let law = record.law
        for field in [
            record.expression, law.work, law.jurisdiction.code, law.language.description,
            record.detectedLanguage?.description, law.title, law.number, law.kind, law.enacted, law.inForce,
            law.version, law.status.rawValue, law.sourceURL, law.authenticity.rawValue,
        ] { hasher.field(field) }
        provisions.withUnsafeBytes { hasher.update($0) }
        digest = hasher.finish()
        self.provisions = provisions
    }

    /// The digest of one provision: its eId, kind, number, heading, headings above, external id, tags and text.
    static func of(_ provision: Provision) -> SHA256Digest {
        var hasher = SHA256Hasher()
        hasher.field(provision.eId)
        hasher.field(provision.kind.rawValue)
        hasher.field(provision.number)
        hasher.field(provision.heading)
        hasher.field(String(provision.path.count))
        for heading in provision.path { hasher.field(heading) }
        hasher.field(provision.externalID)
        hasher.field(String(provision.obligationTags.count))
        for tag in provision.obligationTags {
            hasher.field(tag.code)
            hasher.field(tag.weapons.joined(separator: " "))
            hasher.field(tag.aspect)
        }
        hasher.field(provision.text)
        return hasher.finish()
    }

    /// Stores the digest of a law, in place of an older one.
    func store(ofLaw law: Int64, in database: Database) throws {
        try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO law_digest (law_id, digest, provisions) VALUES (?, ?, ?)"
        ).execute(arguments: [law, digest.description, Data(provisions)])
    }

    /// What an event tells of a law besides its name.
    static func detail(_ digest: SHA256Digest, provisions: Int) -> String {
        // Digits need no escaping.
        "{\"digest\":\"\(digest)\",\"provisions\":\(provisions)}"
    }
}
