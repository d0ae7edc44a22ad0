import Foundation
import Legislation

/// One row of a ``StateImport``: its State and facts, and all that is wrong with it.
struct RowReading {
    let row: CSVTable.Row
    let columns: StateImport.Columns
    private(set) var state: RegisteredState?
    private(set) var facts: [StateFact] = []
    private(set) var faults: [StateImportError.Fault] = []

    init(row: CSVTable.Row, columns: StateImport.Columns) {
        self.row = row
        self.columns = columns
    }

    mutating func read(register: StateRegister, known: StateLedger, today: Day) {
        guard row.fields.count == columns.list.count else {
            fault(nil, "\(row.fields.count) fields instead of \(columns.list.count)")
            return
        }
        let visibilities = readVisibilities()
        for (place, (name, column)) in columns.list.enumerated() {
            guard case .field(let field) = column, let text = text(place) else { continue }
            var visibility: Visibility?
            if case .focalPoint(let number, _) = field { visibility = visibilities[number] }
            do {
                facts.append(try StateFact(field, text, visibility: visibility))
            } catch {
                if case .value(_, let reason) = error { fault(name, reason) }
            }
        }
        findState(register)
        guard let state, faults.isEmpty else { return }
        for contradiction in StateChange.faults(facts, known: known[state.jurisdiction], today: today) {
            fault(contradiction.field.description, contradiction.reason)
        }
    }

    private mutating func readVisibilities() -> [Int: Visibility] {
        var visibilities: [Int: Visibility] = [:]
        for (place, (name, column)) in columns.list.enumerated() {
            guard case .visibility(let number) = column, let text = text(place) else { continue }
            guard let visibility = Visibility(rawValue: text.lowercased()) else {
                let known = Visibility.allCases.map(\.rawValue).joined(separator: ", ")
                fault(name, "“\(text.prefix(40))” is none of \(known)")
                continue
            }
            visibilities[number] = visibility
        }
        return visibilities
    }

    private mutating func findState(_ register: StateRegister) {
        guard let text = value(.state) else {
            fault("state", "it is empty; write a code or a name")
            return
        }
        let names = facts.filter { $0.field == .name }
        switch value(.fictional)?.lowercased() {
        case "yes": findFictional(text, name: names.first?.value)
        case nil, "no":
            if let name = names.first {
                fault(
                    "name",
                    "“\(name.value.prefix(40))”: only a fictional State is named here; the register has the others")
            }
            do {
                let found = try register.find(text)
                if found.membership == .fictional {
                    fault("state", "\(found.code) is fictional; write “yes” into the column “fictional”")
                } else {
                    state = found
                }
            } catch {
                fault("state", error.description)
            }
        case let other?: fault("fictional", "“\(other.prefix(40))” is neither yes nor no")
        }
    }

    private mutating func findFictional(_ code: String, name: String?) {
        guard let jurisdiction = Jurisdiction(fictional: code) else {
            fault("state", "“\(code.prefix(40))” is no code for a fictional State; write QM to QT or XA to XJ")
            return
        }
        guard let name, name.lowercased().contains("fictional") else {
            fault("name", "the name of a fictional State has to say so, as “Alba (fictional)”")
            return
        }
        state = RegisteredState(fictional: jurisdiction, name: name)
    }

    private func value(_ column: StateImport.Column) -> String? {
        columns.list.firstIndex { $0.column == column }.flatMap { text($0) }
    }

    /// The field without white space around it; nil where it is empty.
    private func text(_ place: Int) -> String? {
        let text = row.fields[place].trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }

    private mutating func fault(_ column: String?, _ reason: String) {
        faults.append(.init(line: row.line, column: column, reason: reason))
    }
}
