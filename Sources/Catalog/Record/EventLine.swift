/// An event as JSON: a line of `events.jsonl` in an export, and of what `concord history --json` prints.
///
/// The names are those of ``Event`` and ``EventDraft``; hashes are hexadecimal.
public struct EventLine: Codable, Sendable, Equatable {
    let sequence: Int64
    let time: String
    let who: String
    let kind: String
    let subject: String
    let why: String?
    let source: String?
    let checksum: String?
    let detail: String?
    let previous: String
    let hash: String

    /// The line of an event.
    public init(_ event: Event) {
        sequence = event.sequence
        time = event.time
        who = event.who
        kind = event.draft.kind.rawValue
        subject = event.draft.subject
        why = event.draft.why
        source = event.draft.source
        checksum = event.draft.checksum
        detail = event.draft.detail
        previous = event.previous.description
        hash = event.hash.description
    }

    /// The event; nil when a hash is none.
    var event: Event? {
        guard let previous = SHA256Digest(hexadecimal: previous), let hash = SHA256Digest(hexadecimal: hash) else {
            return nil
        }
        return Event(
            sequence: sequence, time: time, who: who,
            draft: EventDraft(
                EventKind(rawValue: kind), subject: subject, why: why, source: source, checksum: checksum,
                detail: detail), previous: previous, hash: hash)
    }
}
