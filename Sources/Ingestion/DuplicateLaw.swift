internal import Catalog

/// A law that was not stored, because another file gave the same expression before.
///
/// The catalog keeps it as the words in which a file was skipped: what is written here is also read here.
struct DuplicateLaw: CustomStringConvertible {
    private static let prefix = "duplicate law: "
    private static let link = " was read before from "

    /// IRI of the expression; holds no white space.
    let expression: String
    /// File that gave it before.
    let earlier: String
    /// Whether this law is another one that only has the same title; nil when its text was not compared, as its file
    /// was not read.
    let isOtherLaw: Bool?

    init(_ record: LawRecord, isOtherLaw: Bool) {
        expression = record.expression
        earlier = record.sourcePath
        self.isOtherLaw = isOtherLaw
    }

    /// The law that made a file be skipped; nil when it was skipped for another reason.
    init?(reason: String) {
        guard reason.hasPrefix(Self.prefix), let link = reason.firstRange(of: Self.link) else { return nil }
        expression = String(reason[..<link.lowerBound].dropFirst(Self.prefix.count))
        earlier = String(reason[link.upperBound...])
        isOtherLaw = nil
    }

    var description: String { expression + Self.link + earlier }

    /// Why a file that gives nothing but such laws is skipped.
    var reason: String { Self.prefix + description }

    /// Whether no file gives the law any more, or the one that gave it is gone.
    func isWithdrawn(from catalog: Catalog) throws(CatalogError) -> Bool {
        try !catalog.laws(iri: expression).contains { $0.expression == expression && $0.withdrawnAt == nil }
    }
}
