/// One law in one language at one version: an Akoma Ntoso *expression* with the facts that identify it.
public struct Law: Sendable, Hashable, Codable {
    /// Akoma Ntoso work IRI, for example `/akn/ke/act/2012/7`.
    public var work: String
    /// The State (or other jurisdiction) that made the law.
    public var jurisdiction: Jurisdiction
    /// Language of the text; with a script subtag where the language is written in several.
    public var language: LanguageTag
    /// Full title as published.
    public var title: String
    /// Official number, for example `20818` or `SOR/2007-67`; nil when the source names none.
    public var number: String?
    /// Kind of act in the source's own word, for example `ley`, `decree`; nil when unknown.
    public var kind: String?
    /// Day of enactment or promulgation, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil when unknown.
    public var enacted: String?
    /// Day of entry into force, same form; nil when unknown.
    public var inForce: String?
    /// Day of the version the text gives (consolidation or last amendment), same form; nil when unknown.
    public var version: String?
    /// Whether the law applies, as the source says.
    public var status: LawStatus
    /// Where the publisher's copy is read.
    public var sourceURL: String?
    /// Who stands behind the words of this text.
    public var authenticity: TextAuthenticity

    /// A law from its parts; what the source does not say is left out.
    public init(
        work: String, jurisdiction: Jurisdiction, language: LanguageTag, title: String, number: String? = nil,
        kind: String? = nil, enacted: String? = nil, inForce: String? = nil, version: String? = nil,
        status: LawStatus = .unknown, sourceURL: String? = nil, authenticity: TextAuthenticity = .unknown
    ) {
        self.work = work
        self.jurisdiction = jurisdiction
        self.language = language
        self.title = title
        self.number = number
        self.kind = kind
        self.enacted = enacted
        self.inForce = inForce
        self.version = version
        self.status = status
        self.sourceURL = sourceURL
        self.authenticity = authenticity
    }

    /// Akoma Ntoso expression IRI: the work, the ISO 639-2 language (with the script where the tag names one) and,
    /// where known, the version date, for example `/akn/ke/act/2012/7/eng@2012-06-01`, `/akn/tw/act/2024/31/zho-Hant`.
    public var expression: String {
        let script = language.script.map { "-\($0)" } ?? ""
        return "\(work)/\(language.threeLetterCode)\(script)" + (version.map { "@\($0)" } ?? "")
    }

    /// Whether the work IRI says no more than the title (and the year where one is known): the source gave neither a
    /// number nor an identifier. Two laws of one such name need not be one law.
    public var isNamedByTitle: Bool { number == nil && work == namedByTitle(apart: "") }

    /// The law under a work IRI of its own, beside another one that has the same title.
    ///
    /// - Parameter mark: what tells it from the other; the same mark makes the same IRI.
    public func keptApart(by mark: String) -> Law {
        var law = self
        law.work = namedByTitle(apart: mark)
        return law
    }

    private func namedByTitle(apart mark: String) -> String {
        let year = (enacted ?? inForce).map { String($0.prefix(4)) }
        return WorkIRI.make(jurisdiction, year: year, identifier: nil, title: title, distinction: mark)
    }

    /// Year of enactment, else of entry into force, else of the version; nil when no date is known.
    public var year: Int? {
        for date in [enacted, inForce, version] {
            if let date, let year = Int(date.prefix(4)) { return year }
        }
        return nil
    }
}

/// Whether a law applies, as far as its source says.
public enum LawStatus: String, Sendable, Hashable, Codable, CaseIterable {
    case inForce = "in-force"
    case notYetInForce = "not-yet-in-force"
    case repealed
    case unknown
}

/// Who stands behind the words of a text.
public enum TextAuthenticity: String, Sendable, Hashable, Codable, CaseIterable {
    case official
    case unofficialTranslation = "unofficial-translation"
    /// Drafted by this project as a model; not the law of any State.
    case model
    case unknown
}
