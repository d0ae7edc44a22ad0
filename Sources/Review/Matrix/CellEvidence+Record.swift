internal import Catalog
internal import Foundation
internal import Legislation
internal import ProvisionIndex
internal import Retrieval

extension CellEvidence {
    /// Characters of a quote at most.
    private static let quoteLength = 280

    /// Evidence from a provision of the catalog.
    init(_ record: ProvisionRecord, confidence: Double) {
        let law = record.law.law
        let address = law.sourceURL.flatMap { url in
            (url.hasPrefix("https://") || url.hasPrefix("http://")) && !url.contains(where: \.isWhitespace) ? url : nil
        }
        self.init(
            iri: record.iri, law: Self.line(law.title, 300),
            label: Self.line(ProvisionLabel.heading(record.provision, language: record.textLanguage), 160),
            quote: Self.line(record.provision.text, Self.quoteLength), confidence: confidence,
            language: record.textLanguage.tag, status: law.status, date: law.version ?? law.inForce ?? law.enacted,
            source: address, authenticity: law.authenticity, fingerprint: Self.fingerprint(record.provision))
    }

    /// Digest of heading and words: renumbering and new headings above leave it as it is.
    static func fingerprint(_ provision: Provision) -> String {
        var hasher = SHA256Hasher()
        hasher.field(provision.heading)
        hasher.field(provision.text)
        return hasher.finish().description
    }

    /// Words on one line, cut at a space.
    private static func line(_ text: String, _ length: Int) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count > length else { return line }
        let cut = line.prefix(length - 1)
        let space = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
        // A script without spaces is cut where the length ends.
        return (space.count * 3 > cut.count * 2 ? space : cut) + "…"
    }
}
