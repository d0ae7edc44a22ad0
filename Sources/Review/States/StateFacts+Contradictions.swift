import Foundation

extension StateFacts {
    /// Day of the resolution: no report on it can be older.
    static let resolution = Day(year: 2004, month: 4, day: 28) ?? .today

    /// What cannot all be true, a sentence each with the field that it begins from.
    ///
    /// - Parameter today: later days have not come yet.
    public func contradictions(today: Day) -> [(field: StateField, reason: String)] {
        reportFaults(today) + Treaty.all.flatMap { treatyFaults($0, today) }
    }

    private func reportFaults(_ today: Day) -> [(field: StateField, reason: String)] {
        var faults: [(field: StateField, reason: String)] = []
        let additional = (value(.additionalReports) ?? "").split(separator: ";")
            .compactMap { Day($0.trimmingCharacters(in: .whitespaces)) }
        if let first = day(.firstReport) {
            if first > today { faults.append((.firstReport, "\(first) has not come yet")) }
            if first < Self.resolution {
                faults.append((.firstReport, "\(first) is before resolution 1540 of \(Self.resolution)"))
            }
            for report in additional where report <= first {
                faults.append(
                    (.additionalReports, "the additional report of \(report) is not after the first report of \(first)")
                )
            }
        } else if let report = additional.first {
            let known = value(.firstReport) == nil ? "no first report is known" : "there is said to be no first report"
            faults.append((.additionalReports, "an additional report of \(report), but \(known)"))
        }
        for report in additional where report > today {
            faults.append((.additionalReports, "\(report) has not come yet"))
        }
        return faults
    }

    private func treatyFaults(_ treaty: Treaty, _ today: Day) -> [(field: StateField, reason: String)] {
        var faults: [(field: StateField, reason: String)] = []
        var days: [Treaty.Action: Day] = [:]
        for action in Treaty.Action.allCases {
            let field = StateField.treaty(treaty.code, action)
            guard let day = day(field) else { continue }
            days[action] = day
            if day > today {
                faults.append((field, "\(day) has not come yet"))
            } else if day < treaty.adopted {
                faults.append((field, "\(day) is before the treaty existed (\(treaty.adopted))"))
            } else if action == .signature, let signing = treaty.signing {
                if day < signing.from { faults.append((field, "\(day): it could be signed from \(signing.from)")) }
                if let until = signing.until, day > until {
                    faults.append((field, "\(day): it could be signed until \(until)"))
                }
            }
        }
        if let signed = days[.signature], let ratified = days[.ratification], ratified < signed {
            faults.append(
                (.treaty(treaty.code, .ratification), "ratified on \(ratified), before it was signed on \(signed)"))
        }
        // The row of several treaties may well hold both.
        if treaty.signing != nil || !treaty.isSigned, days[.ratification] != nil, days[.accession] != nil {
            faults.append((.treaty(treaty.code, .accession), "a State ratifies a treaty or accedes to it, not both"))
        }
        return faults
    }
}
