/// Candidates side by side that one block of a list may hold.
struct CandidateRun {
    var block: Int
    /// Places in the batch.
    var start: Int
    var end: Int
}
