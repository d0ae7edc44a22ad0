/// The facts of a law as a source gives them, before what is missing is made up for.
struct LawDraft {
    var address: WorkIRI.Address?
    var jurisdiction: Jurisdiction?
    var language: LanguageTag?
    var title: String?
    var identifier: String?
    var number: String?
    var kind: String?
    var enacted: String?
    var inForce: String?
    var version: String?
    var status = LawStatus.unknown
    var sourceURL: String?
    var authenticity = TextAuthenticity.unknown

    /// The law, what the content does not say taken from the hints.
    func law(_ file: SourceFile) -> Law {
        let named = jurisdiction ?? address.flatMap { try? Jurisdiction(code: $0.country) }
        let place = named ?? file.options.jurisdiction ?? Self.jurisdiction(ofAddress: sourceURL) ?? .unknown
        let title = (title?.singleSpaced).flatMap { $0.isEmpty ? nil : $0 } ?? file.stem
        let enacted = LawDate.normalized(enacted)
        let inForce = LawDate.normalized(inForce)
        var version = LawDate.normalized(version)
        // Some sources write an early day for “never amended”.
        if let stated = version, let first = enacted ?? inForce, stated < first { version = nil }
        if version == nil, enacted == nil, inForce == nil { version = file.dateInName }
        let work =
            address?.work
            ?? WorkIRI.make(
                place, year: (enacted ?? inForce).map { String($0.prefix(4)) }, identifier: identifier ?? number,
                title: title)
        return Law(
            work: work, jurisdiction: place,
            language: language ?? address?.language ?? file.options.language ?? .undetermined, title: title,
            number: number ?? identifier, kind: kind, enacted: enacted, inForce: inForce,
            version: version ?? address?.version, status: status, sourceURL: sourceURL, authenticity: authenticity)
    }

    /// The State of an address under a country's own domain.
    private static func jurisdiction(ofAddress address: String?) -> Jurisdiction? {
        guard let parts = address?.split(separator: "/"), parts.count > 1,
            let last = parts[1].split(separator: ".").last, last.utf8.count == 2
        else { return nil }
        return try? Jurisdiction(code: String(last))
    }

    /// What the words for a law's state mean, in the languages of the sources.
    static func status(_ text: String?) -> LawStatus {
        switch text?.lowercased().replacing(" ", with: "_").replacing("-", with: "_") {
        case "in_force", "inforce", "current", "active", "vigente", "시행", "yes", "valid", "gültig", "有效", "en_vigueur":
            .inForce
        case "repealed", "abrogated", "derogado", "derogada", "폐지", "expired", "no_longer_in_force", "revoked", "失效",
            "abrogé", "annulled":
            .repealed
        case "not_yet_in_force", "notyetinforce", "future", "pending", "시행예정", "未生效":
            .notYetInForce
        default: .unknown
        }
    }
}
