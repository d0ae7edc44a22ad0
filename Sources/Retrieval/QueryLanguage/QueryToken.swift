/// One token of a query.
struct QueryToken {
    enum Kind: Hashable {
        case open, close
        case and, or, not
        case near(Int)
        case plus, minus
        case field(QueryField)
        case word(String)
        case prefix(String)
        case fuzzy(String, Int)
        case phrase(String)
        case filter(QueryFilter)
    }

    var kind: Kind
    /// UTF-8 range in the query.
    var range: Range<Int>
}
