/// What keeps the benchmark from measuring, with the place and the mend.
struct QualityError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
