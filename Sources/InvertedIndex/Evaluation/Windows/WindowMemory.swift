/// What a windowed search works in, kept from one search to the next. Memory of this size is given back to the system
/// when it is freed, and comes anew page by page: with windows of 16,384 documents a third of a short search.
///
/// Memory safety: pointers are to be taken after the room was asked for, and are good until more is asked for. Scores are 0
/// and bits are not set from `init` on whenever no window is at hand; who changes them sees to it.
///
/// `@unchecked Sendable` is right because ``WindowMemoryPool`` hands it to one search at a time, which is of one thread, and
/// its lock puts what one search wrote before what the next reads.
final class WindowMemory: @unchecked Sendable {
    /// A score for each document of a window.
    private(set) var scores: UnsafeMutablePointer<Float>
    /// The same of what is at hand: of a group of terms.
    private(set) var ownScores: UnsafeMutablePointer<Float>
    /// A bit for each document of a window.
    private(set) var touched: UnsafeMutablePointer<UInt64>
    /// A bit for each word of ``touched``.
    private(set) var touchedWords: UnsafeMutablePointer<UInt64>
    /// The same of what is at hand.
    private(set) var ownTouched: UnsafeMutablePointer<UInt64>
    private var slotCount = 0

    /// Documents, with a score for each.
    private(set) var candidates: UnsafeMutablePointer<UInt32>
    private(set) var candidateScores: UnsafeMutablePointer<Float>
    private var candidateCount = 0

    let places = BlockPlaces()
    /// Candidates whose blocks are known and have been asked for; room for ``runCount``.
    let runs: UnsafeMutablePointer<CandidateRun>
    /// As many lines of memory as a processor fetches at a time, about.
    static let runCount = 16

    /// Bounds by clause and window, and what outlines tell of each.
    private(set) var bounds: UnsafeMutablePointer<Float>
    private(set) var outlinePlaces: UnsafeMutablePointer<Int32>
    private var boundCount = 0

    /// Room for the buffers of cursors, one behind the other.
    private var rooms: UnsafeMutablePointer<UInt32>
    private var roomCount = 0
    /// So many cursors find room here (3 MB); those beyond have memory of their own.
    private static let mostRooms = 1024

    init() {
        rooms = .allocate(capacity: 0)
        scores = .allocate(capacity: 0)
        ownScores = .allocate(capacity: 0)
        touched = .allocate(capacity: 0)
        touchedWords = .allocate(capacity: 0)
        ownTouched = .allocate(capacity: 0)
        candidates = .allocate(capacity: 0)
        candidateScores = .allocate(capacity: 0)
        bounds = .allocate(capacity: 0)
        outlinePlaces = .allocate(capacity: 0)
        runs = .allocate(capacity: Self.runCount)
    }

    deinit {
        freeSlots()
        freeCandidates()
        runs.deallocate()
        rooms.deallocate()
        bounds.deallocate()
        outlinePlaces.deallocate()
    }

    private func freeSlots() {
        scores.deallocate()
        ownScores.deallocate()
        touched.deallocate()
        touchedWords.deallocate()
        ownTouched.deallocate()
    }

    private func freeCandidates() {
        candidates.deallocate()
        candidateScores.deallocate()
    }

    /// Makes room for windows of `count` documents, a multiple of 64.
    func reserve(slots count: Int) {
        guard count > slotCount else { return }
        freeSlots()
        scores = Self.zeros(count)
        ownScores = Self.zeros(count)
        touched = Self.zeros(count / 64)
        touchedWords = Self.zeros((count + 4095) / 4096)
        ownTouched = Self.zeros(count / 64)
        slotCount = count
    }

    /// Makes room for `count` candidates.
    func reserve(candidates count: Int) {
        guard count > candidateCount else { return }
        freeCandidates()
        candidates = .allocate(capacity: count)
        candidateScores = .allocate(capacity: count)
        candidateCount = count
    }

    /// Makes room for `count` bounds and places.
    func reserve(bounds count: Int) {
        guard count > boundCount else { return }
        bounds.deallocate()
        outlinePlaces.deallocate()
        bounds = .allocate(capacity: count)
        outlinePlaces = .allocate(capacity: count)
        boundCount = count
    }

    /// Makes room for the buffers of `count` cursors.
    func reserve(cursors count: Int) {
        let wanted = min(count, Self.mostRooms)
        guard wanted > roomCount else { return }
        rooms.deallocate()
        rooms = .allocate(capacity: wanted * PostingCursor.roomCount)
        roomCount = wanted
    }

    /// Room for the buffers of cursor `number`; nil where there is none.
    func room(_ number: Int) -> UnsafeMutablePointer<UInt32>? {
        number < roomCount ? rooms + number * PostingCursor.roomCount : nil
    }

    private static func zeros<Number: Numeric>(_ count: Int) -> UnsafeMutablePointer<Number> {
        let numbers = UnsafeMutablePointer<Number>.allocate(capacity: count)
        numbers.initialize(repeating: 0, count: count)
        return numbers
    }
}
