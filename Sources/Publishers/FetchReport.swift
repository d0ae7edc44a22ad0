public import Foundation

/// What became of the sources of a run.
public struct FetchReport: Sendable {
    /// What became of one document.
    public enum Outcome: Sendable, Hashable {
        /// It was not in the store.
        case new
        /// It is another than the one in the store, or is back after it was withdrawn.
        case changed
        /// It is as it was.
        case unchanged
        /// The publisher has it no more, as far as is known since then. The file stays.
        case withdrawn(since: Date)
        /// It was not had; what was in the store is as it was.
        case failed(FetchFailure)

        /// The outcome in one word.
        public var word: String {
            switch self {
            case .new: "new"
            case .changed: "changed"
            case .unchanged: "unchanged"
            case .withdrawn: "withdrawn"
            case .failed: "failed"
            }
        }

        /// Why it failed; nil when it did not.
        public var failure: FetchFailure? {
            if case .failed(let failure) = self { failure } else { nil }
        }
    }

    /// A document and what became of it.
    public struct Document: Sendable {
        /// The document.
        public var document: PlannedDocument
        /// What became of it.
        public var outcome: Outcome
        /// Bytes of bodies that were received, as they were sent.
        public var bytes = 0
        /// Requests that were made for it, redirects not counted.
        public var attempts = 0
        /// Code of the last answer.
        public var status: Int?
    }

    /// A source and what became of its documents.
    public struct Source: Sendable {
        /// The source.
        public var source: LawSource
        /// Its documents in the order of its list.
        public var documents: [Document] = []
        /// Why its list could not be had; nil when it was.
        public var failure: FetchFailure?

        /// Whether nothing failed.
        public var isWhole: Bool { failure == nil && !documents.contains { $0.outcome.failure != nil } }
    }

    /// Sources in the order of the list.
    public var sources: [Source]

    /// Whether nothing failed.
    public var isWhole: Bool { sources.allSatisfy(\.isWhole) }

    /// Documents of all sources.
    public var documents: [Document] { sources.flatMap(\.documents) }
}
