import Foundation
import InvertedIndex
import Legislation
import Retrieval

/// What is fed with inputs.
enum FuzzSubject: String, CaseIterable {
    /// Files of every format that is told by content and read within the process.
    case reader
    /// Questions as people type them.
    case query
    /// Segments with bytes changed.
    case segment
    /// The manifest of an index.
    case manifest

    /// Set once, before libFuzzer starts its one thread.
    nonisolated(unsafe) static var chosen = FuzzSubject.reader

    func prepare() {
        if self == .segment || self == .manifest { DamagedIndex.shared.prepare() }
    }

    func take(_ bytes: Data) {
        switch self {
        case .reader: read(bytes)
        case .query: parse(bytes)
        case .segment: DamagedIndex.shared.searchSegment(changedBy: bytes)
        case .manifest: DamagedIndex.shared.open(manifest: bytes)
        }
    }

    private func read(_ bytes: Data) {
        // Forms that other programs read are those programs' to be fed with.
        let outside: [[UInt8]] = [Array("%PDF".utf8), [0xD0, 0xCF, 0x11, 0xE0], Array("{\\rtf".utf8)]
        if outside.contains(where: { bytes.prefix(1024).range(of: Data($0)) != nil }) { return }
        let reader = LegislationReader(options: ReaderOptions(usesPathHints: false, sizeLimit: 1 << 24))
        var eIds: [String: Set<String>] = [:]
        var expression = ""
        do {
            try reader.read(bytes, name: "fuzz") { law in
                expression = law.expression
            } onProvision: { provision in
                guard eIds[expression, default: []].insert(provision.eId).inserted else {
                    fatalError("the eId \(provision.eId) stands twice")
                }
            }
        } catch let error as LegislationReadError {
            precondition(!error.message.isEmpty && !error.mend.isEmpty)
        } catch {
            fatalError("an error of no type: \(error)")
        }
    }

    private func parse(_ bytes: Data) {
        let text = String(decoding: bytes, as: UTF8.self)
        do throws(QuerySyntaxError) {
            let query = try QueryParser.parse(text)
            // What is printed is read back as the same question.
            let printed = query.description
            guard let again = try? QueryParser.parse(printed) else { fatalError("“\(printed)” is not read back") }
            precondition(again.description == printed)
        } catch {
            precondition(!error.description.isEmpty)
        }
        _ = QueryParser.plain(text)
    }
}
