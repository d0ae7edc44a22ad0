import Foundation
import GRDB
import Legislation

extension Catalog {
    /// Computes the digest of every provision and law anew and compares them with those stored and with what the record
    /// says was taken in.
    ///
    /// - Returns: What does not agree, a sentence each, at most `limit`.
    func digestFaults(_ database: Database, limit: Int) throws -> [String] {
        var faults: [String] = []
        let recorded = try recordedDigests(database)
        var decoder = ProvisionDecoder(database: database, file: file)
        let provisions = try database.makeStatement(sql: ProvisionDecoder.ofLaw)
        let stored = try database.makeStatement(sql: "SELECT digest, provisions FROM law_digest WHERE law_id = ?")
        let completes = try Set(
            Int64.fetchCursor(
                database,
                sql: """
                    SELECT law.id FROM law JOIN source_file ON source_file.id = law.source_id WHERE source_file.complete
                    """))
        let laws = try Row.fetchCursor(database, sql: LawRecord.selection + " ORDER BY law.id")
        while faults.count < limit, let row = try laws.next() {
            let law = try LawRecord(row: row, file: file)
            guard let kept = try Row.fetchOne(stored, arguments: [law.id]) else {
                faults.append("\(law.expression): its digest is missing")
                continue
            }
            let digest: String = try kept.decode(atIndex: 0)
            let known: Data = try kept.decode(atIndex: 1)
            var computed: [UInt8] = []
            let rows = try Row.fetchCursor(provisions, arguments: [law.id])
            while let row = try rows.next() {
                let record = try decoder.record(row)
                let own = LawDigest.of(record.provision).bytes
                let start = known.startIndex + computed.count
                let isSame = start + own.count <= known.endIndex && known[start..<start + own.count].elementsEqual(own)
                if !isSame, faults.count < limit {
                    faults.append("\(record.iri): the provision is not what was stored")
                }
                computed += own
            }
            if computed.count != known.count {
                faults.append(
                    "\(law.expression): \(known.count / SHA256Digest.byteCount) provisions were stored, "
                        + "\(computed.count / SHA256Digest.byteCount) are there")
            }
            if LawDigest(law, provisions: Array(known)).digest.description != digest {
                faults.append("\(law.expression): title, dates or other facts are not what was stored")
            }
            guard completes.contains(law.id) else { continue }
            if let entry = recorded[law.expression] {
                if entry.digest != digest {
                    faults.append("\(law.expression): not what event \(entry.sequence) says was taken in")
                }
            } else {
                faults.append("\(law.expression): the record does not say that it was taken in")
            }
        }
        return Array(faults.prefix(limit))
    }

    /// The digest that the last event about each law gives.
    private func recordedDigests(_ database: Database) throws -> [String: (sequence: Int64, digest: String)] {
        let kinds = EventKind.holding.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let rows = try Row.fetchCursor(
            database,
            sql:
                "SELECT subject, seq, json_extract(detail, '$.digest') FROM event WHERE kind IN (\(kinds)) ORDER BY seq"
        )
        var digests: [String: (sequence: Int64, digest: String)] = [:]
        while let row = try rows.next() {
            digests[try row.decode(atIndex: 0)] = (try row.decode(atIndex: 1), row[2] ?? "")
        }
        return digests
    }
}
