import GRDB

/// What is to be recorded; the record adds number, time and author.
public struct EventDraft: Sendable, Hashable {
    /// What happened.
    public var kind: EventKind
    /// IRI of the work, expression or provision that it happened to; the path where a file gave no law.
    public var subject: String
    /// The reason, in words for people; nil where the kind says all.
    public var why: String?
    /// File that it comes from; nil where none is concerned.
    public var source: String?
    /// Checksum of that file.
    public var checksum: String?
    /// Further facts as a JSON text; nil where there are none.
    public var detail: String?

    /// An event to record.
    public init(
        _ kind: EventKind, subject: String, why: String? = nil, source: String? = nil, checksum: String? = nil,
        detail: String? = nil
    ) {
        self.kind = kind
        self.subject = subject
        self.why = why
        self.source = source
        self.checksum = checksum
        self.detail = detail
    }
}

/// One entry of the record: what was taken in or decided, by whom, when and why. It is never changed.
public struct Event: Sendable, Hashable {
    /// Place in the record, from 1, without gaps.
    public let sequence: Int64
    /// When, in UTC: `2026-11-25T22:04:05.123Z`.
    public let time: String
    /// Who: a person's or a program's name.
    public let who: String
    /// What.
    public let draft: EventDraft
    /// Hash of the event before; ``SHA256Digest/zero`` for the first.
    public let previous: SHA256Digest
    /// SHA-256 over the event before and all of this one, see ``computedHash``.
    public let hash: SHA256Digest

    /// An event from its parts; without a hash it gets the one that it should have.
    package init(
        sequence: Int64, time: String, who: String, draft: EventDraft, previous: SHA256Digest = .zero,
        hash: SHA256Digest? = nil
    ) {
        self.sequence = sequence
        self.time = time
        self.who = who
        self.draft = draft
        self.previous = previous
        self.hash =
            hash ?? Self.hash(sequence: sequence, time: time, who: who, draft: draft, previous: previous)
    }

    /// The hash that the event should have: SHA-256 over the fields previous, sequence, time, who, kind, subject, why,
    /// source, checksum, detail in the form of ``SHA256Hasher/field(_:)``, digests as hexadecimal digits.
    public var computedHash: SHA256Digest {
        Self.hash(sequence: sequence, time: time, who: who, draft: draft, previous: previous)
    }

    private static func hash(
        sequence: Int64, time: String, who: String, draft: EventDraft, previous: SHA256Digest
    ) -> SHA256Digest {
        var hasher = SHA256Hasher()
        for field in [
            previous.description, String(sequence), time, who, draft.kind.rawValue, draft.subject, draft.why,
            draft.source, draft.checksum, draft.detail,
        ] { hasher.field(field) }
        return hasher.finish()
    }
}

extension Event {
    /// Selects what `init(row:file:)` reads, in its order.
    static let selection =
        "SELECT seq, time, who, kind, subject, why, source, checksum, detail, previous, hash FROM event"

    init(row: Row, file: String) throws {
        let sequence: Int64 = try row.decode(atIndex: 0)
        let kind: String = try row.decode(atIndex: 3)
        let hashes: [String] = [try row.decode(atIndex: 9), try row.decode(atIndex: 10)]
        guard let previous = SHA256Digest(hexadecimal: hashes[0]), let hash = SHA256Digest(hexadecimal: hashes[1])
        else { throw CatalogError.corrupt(file: file, detail: "event \(sequence) has a hash that is none") }
        self.init(
            sequence: sequence, time: try row.decode(atIndex: 1), who: try row.decode(atIndex: 2),
            draft: EventDraft(
                EventKind(rawValue: kind), subject: try row.decode(atIndex: 4), why: try row.decode(atIndex: 5),
                source: try row.decode(atIndex: 6), checksum: try row.decode(atIndex: 7),
                detail: try row.decode(atIndex: 8)),
            previous: previous, hash: hash)
    }
}
