public import Obligations

/// A treaty of the matrix' first part, with the days before which nothing can have been done about it.
///
/// Days are those of adoption and of opening for signature, from the texts and their depositaries' notices.
public struct Treaty: Sendable, Hashable {
    /// What a State does about a treaty.
    public enum Action: String, Sendable, Hashable, Codable, CaseIterable {
        case signature
        /// Ratification, acceptance or approval.
        case ratification
        /// Accession or succession.
        case accession
    }

    /// Row of the matrix.
    public var code: ObligationCode
    /// Day on which it was adopted, or opened for signature where it was not adopted before; for rows of several
    /// treaties that of the oldest.
    public var adopted: Day
    /// First and last day on which it could be signed, the last nil where it is still open; nil where the row holds
    /// several treaties, so that nothing can be told.
    public var signing: (from: Day, until: Day?)?
    /// Whether it is signed at all: an amendment is only ratified or acceded to.
    public var isSigned = true

    /// By row.
    public static func == (left: Treaty, right: Treaty) -> Bool { left.code == right.code }
    /// By row.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// All treaties, in the order of the matrix.
    public static let all: [Treaty] = [
        Treaty("op1.npt", "1968-06-12", signing: ("1968-07-01", "1970-03-05")),
        // The zones of Latin America (Tlatelolco) to Central Asia.
        Treaty("op1.nwfz", "1967-02-14"),
        Treaty("op1.icsant", "2005-04-13", signing: ("2005-09-14", "2006-12-31")),
        Treaty("op1.cppnm", "1979-10-26", signing: ("1980-03-03", "1987-02-08")),
        Treaty("op1.cppnm-amendment", "2005-07-08", isSigned: false),
        Treaty("op1.ctbt", "1996-09-10", signing: ("1996-09-24", nil)),
        Treaty("op1.cwc", "1992-11-30", signing: ("1993-01-13", "1997-04-29")),
        Treaty("op1.bwc", "1971-12-16", signing: ("1972-04-10", "1975-03-26")),
        Treaty("op1.geneva-protocol", "1925-06-17"),
        // Terrorist bombings, the oldest of the row.
        Treaty("op1.terrorism-conventions", "1997-12-15"),
    ]

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

    /// The treaty of a row; nil for rows that are no treaty, as memberships.
    public static func treaty(_ code: ObligationCode) -> Treaty? { byCode[code] }

    private init(_ code: String, _ adopted: String, signing: (String, String?)? = nil, isSigned: Bool = true) {
        self.code = ObligationCode(code)
        // The days stand in this file; a test reads every one of them.
        self.adopted = Day(adopted) ?? .today
        self.signing = signing.flatMap { from, until in Day(from).map { ($0, until.flatMap { Day($0) }) } }
        self.isSigned = isSigned
    }
}
