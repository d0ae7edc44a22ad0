public import Catalog
public import Foundation
import Legislation

/// Facts of many States from a table, taken as a whole or not at all.
///
/// Columns by name, in any order: `state`, the fields of ``StateField``, `focal-point.N.visibility`, and for a sample
/// `fictional` (`yes` in every row) and `name`. An empty field says nothing; `none` says that there is none.
public struct StateImport: Sendable {
    /// What is to be recorded, in the order of the file; States of which nothing is new are not among them.
    public let changes: [StateChange]
    /// Rows of the table.
    public let rowCount: Int

    /// Reads and checks a table.
    ///
    /// - Parameters:
    ///   - data: the file.
    ///   - file: its path, for errors.
    ///   - known: what is recorded already; new facts must not contradict it.
    ///   - today: days after it are refused.
    /// - Throws: ``StateImportError`` with everything that is wrong.
    public init(
        _ data: Data, file: String, register: StateRegister, known: StateLedger, today: Day = .today
    ) throws(StateImportError) {
        let table: CSVTable
        do {
            table = try CSVTable(data)
        } catch {
            throw StateImportError(file: file, faults: [.init(line: error.line, reason: error.reason)])
        }
        let columns = Columns(table.rows.first)
        guard columns.faults.isEmpty else { throw StateImportError(file: file, faults: columns.faults) }
        var faults: [StateImportError.Fault] = []
        var changes: [StateChange] = []
        var lines: [Jurisdiction: Int] = [:]
        for row in table.rows.dropFirst() {
            var reading = RowReading(row: row, columns: columns)
            reading.read(register: register, known: known, today: today)
            faults += reading.faults
            guard let state = reading.state else { continue }
            if let earlier = lines.updateValue(row.line, forKey: state.jurisdiction) {
                faults.append(
                    .init(line: row.line, column: "state", reason: "\(state.label) stands on line \(earlier) already"))
            }
            let change = StateChange(unchecked: reading.facts, of: state, known: known[state.jurisdiction])
            if !change.facts.isEmpty { changes.append(change) }
        }
        if table.rows.count == 1 {
            faults.append(.init(line: nil, reason: "it has no State: only the names of columns"))
        }
        guard faults.isEmpty else { throw StateImportError(file: file, faults: faults) }
        self.changes = changes
        rowCount = table.rows.count - 1
    }

    /// The entries for the record.
    public func entries(why: String?, source: String, checksum: String?) -> [EventDraft] {
        changes.compactMap { $0.entry(why: why, source: source, checksum: checksum) }
    }

    // MARK: Columns

    /// What a column of the table is.
    enum Column: Hashable {
        case state, fictional
        case field(StateField)
        case visibility(Int)
    }

    struct Columns {
        var list: [(name: String, column: Column)] = []
        var faults: [StateImportError.Fault] = []

        init(_ header: CSVTable.Row?) {
            guard let header else {
                faults = [.init(line: nil, reason: "it is empty; its first line has to name the columns")]
                return
            }
            if header.fields.count == 1, let only = header.fields.first, only.contains(";") || only.contains("\t") {
                faults = [.init(line: header.line, reason: "its columns are not separated by commas; save it so")]
                return
            }
            var seen: Set<Column> = []
            for name in header.fields {
                let name = name.trimmingCharacters(in: .whitespaces)
                do {
                    let column = try Self.column(name.lowercased())
                    if !seen.insert(column).inserted {
                        faults.append(.init(line: header.line, column: name, reason: "the column stands twice"))
                    }
                    list.append((name, column))
                } catch {
                    let reason = name.isEmpty ? "a column has no name" : error.description
                    faults.append(.init(line: header.line, column: nil, reason: reason))
                }
            }
            if !seen.contains(.state) {
                faults.append(
                    .init(line: header.line, reason: "the column “state” is missing (code or name of the State)"))
            } else if faults.isEmpty, list.count == 1 {
                faults.append(.init(line: header.line, reason: "no column holds a fact; name one, as report.first"))
            }
        }

        private static func column(_ name: String) throws(StatesError) -> Column {
            if name == "state" { return .state }
            if name == "fictional" { return .fictional }
            if name.hasPrefix("focal-point."), name.hasSuffix(".visibility") {
                let office = name.dropLast(".visibility".count) + ".office"
                if case .focalPoint(let number, _) = try StateField(String(office)) { return .visibility(number) }
            }
            return .field(try StateField(name))
        }
    }
}
