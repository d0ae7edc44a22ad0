public import Foundation

/// Writes a law with its provisions as Akoma Ntoso 3.0, valid against the OASIS schema; ``LegislationReader`` reads from
/// the file the same law and provisions again.
///
/// What Akoma Ntoso has an element for is written with it. What it has none for (a group of paragraphs, a number without
/// its word, a year without a day) stands in attributes and proprietary metadata of a namespace of its own, which the
/// schema lets pass and other readers leave aside.
public struct AkomaNtosoWriter {
    /// Namespace of what Akoma Ntoso has no words for.
    public static let namespace = "https://concord.example/ns/akn"
    /// Namespace of Akoma Ntoso 3.0.
    public static let akomaNtoso = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

    /// Writes a law to a file, which appears whole or not at all.
    ///
    /// - Returns: what could not be kept, in words; empty when everything was.
    /// - Throws: ``LegislationWriteError``.
    @discardableResult
    public static func write(_ law: Law, _ provisions: some Collection<Provision>, to url: URL) throws -> [String] {
        let part = url.deletingLastPathComponent()
            .appending(path: ".\(UUID().uuidString).part")
        defer { try? FileManager.default.removeItem(at: part) }
        let notes: [String]
        do {
            notes = try file(law, provisions, path: part.path)
        } catch {
            throw LegislationWriteError(file: url.path, message: error.message, mend: error.mend)
        }
        guard rename(part.path, url.path) == 0 else {
            throw LegislationWriteError(
                file: url.path, message: "it cannot be put in its place", mend: "check the path and its rights")
        }
        return notes
    }

    /// A law as bytes in memory, with what could not be kept.
    ///
    /// - Throws: ``LegislationWriteError`` when there is no memory.
    public static func data(
        _ law: Law, _ provisions: some Collection<Provision>
    ) throws -> (data: Data, notes: [String]) {
        var document = AkomaNtosoDocument(law, eIds: provisions.lazy.map(\.eId))
        var xml = try XMLWriter(name: law.expression)
        try document.write(provisions, to: &xml)
        return (xml.data, notes(xml.dropped))
    }

    private static func file(
        _ law: Law, _ provisions: some Collection<Provision>, path: String
    ) throws(LegislationWriteError) -> [String] {
        var document = AkomaNtosoDocument(law, eIds: provisions.lazy.map(\.eId))
        var xml = try XMLWriter(path: path)
        try document.write(provisions, to: &xml)
        return notes(xml.dropped)
    }

    private static func notes(_ dropped: Int) -> [String] {
        dropped == 0 ? [] : ["\(dropped) control characters were left out, for XML cannot write them"]
    }
}
