/// Texts that say the same in several languages.
struct ParallelTexts {
    /// Where they are from, for tables.
    let name: String
    /// Each by language (primary tag).
    var texts: [[String: String]] = []
}
