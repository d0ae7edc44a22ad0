public import Catalog
public import Legislation

/// Lets records through that an audience may see, counts the others, and remembers what has to be noted in the record.
public struct SharingFilter: Sendable {
    /// For whom.
    public let audience: Audience
    /// Of States to donors.
    public let consents: [Jurisdiction: DonorConsent]
    /// Records that were left out.
    public private(set) var withheld = 0
    /// Records shown that are not for everyone, by subject.
    public private(set) var restrictedReads: [String: Int] = [:]

    /// A filter that has seen nothing.
    public init(audience: Audience, consents: [Jurisdiction: DonorConsent]) {
        self.audience = audience
        self.consents = consents
    }

    /// Whether a record is shown; called once for each.
    ///
    /// - Parameter subject: of the record, as the catalog names it; without one the State.
    public mutating func admits(_ visibility: Visibility, of state: Jurisdiction, subject: String? = nil) -> Bool {
        guard SharingRule.allows(visibility, of: state, to: audience, consents: consents) else {
            withheld += 1
            return false
        }
        if visibility != .everyone { restrictedReads[subject ?? StateLedger.subject(state), default: 0] += 1 }
        return true
    }

    /// What an export says about it, never which records they were; nil where nothing was left out.
    public var notice: String? {
        switch withheld {
        case 0: nil
        case 1: "1 record is not for this audience (\(audience)) and was left out."
        default: "\(withheld) records are not for this audience (\(audience)) and were left out."
        }
    }

    /// Entries for the record: who read what is not for everyone is filled in where they are recorded.
    ///
    /// - Parameter command: by which records were read, as `states show`.
    public func readEntries(command: String) -> [EventDraft] {
        restrictedReads.sorted { $0.key < $1.key }.map { subject, count in
            EventDraft(
                .recordRead, subject: subject,
                detail: ReadDetail(audience: audience.description, command: command, records: count).json)
        }
    }
}
