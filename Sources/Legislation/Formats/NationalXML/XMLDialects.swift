extension XMLDialect {
    /// Every dialect that is read, in the order in which a file is tried.
    static let all: [XMLDialect] = [
        .clml, .uslm, .formex, .gesetzeImInternet, .risAustria, .lexMLBrazil, .bcnChile, .lexDania, .riigiTeataja,
        .boe, .irishStatuteBook, .eGovJapan, .koreanLaw, .bwb, .taiwanLaw,
    ]

    static func of(_ format: SourceFormat) -> XMLDialect? { all.first { $0.format == format } }

    /// The dialect of a root element and what follows it.
    static func recognised(_ root: some StringProtocol, head: some StringProtocol) -> XMLDialect? {
        all.first { $0.recognises(root, head: head) }
    }
}
