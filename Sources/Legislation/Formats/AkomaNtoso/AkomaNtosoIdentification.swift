/// The identification block of a document, after the naming convention of Akoma Ntoso.
public struct AkomaNtosoIdentification: Sendable {
    private let law: Law
    private let source: String
    private let portion: String?
    private let markup: String?

    /// Identifies a law, or a portion of one.
    ///
    /// - Parameters:
    ///   - source: id of the organisation in the document that identifies the law.
    ///   - portion: eId of the part of the law that the document holds; nil where it holds all.
    ///   - markup: day on which the file is made; nil where it is to be the same whenever it is made.
    public init(_ law: Law, source: String = "concord", portion: String? = nil, markup: String? = nil) {
        self.law = law
        self.source = source
        // `~` sets a portion apart from its document in an IRI.
        self.portion = portion.map { "/~\($0.map { $0.isWhitespace ? "_" : String($0) }.joined())" }
        self.markup = markup
    }

    /// The block as XML, to be put into a document.
    ///
    /// - Throws: ``LegislationWriteError`` when there is no memory.
    public func text() throws -> String {
        var xml = try XMLWriter(name: law.expression)
        try write(to: &xml)
        try xml.endDocument()
        return String(decoding: xml.data, as: UTF8.self)
    }

    func write(to xml: inout XMLWriter) throws(LegislationWriteError) {
        let author = "#\(source)"
        let part = portion ?? "/!main"
        try xml.start("identification", ["source": author])
        try xml.start("FRBRWork")
        try xml.element("FRBRthis", ["value": law.work + part])
        try xml.element("FRBRuri", ["value": law.work])
        try xml.element("FRBRalias", ["value": law.title, "name": "title"])
        try date(law.enacted, "enacted", to: &xml)
        if let inForce = law.inForce { try date(inForce, "entryInForce", to: &xml) }
        try xml.element("FRBRauthor", ["href": author])
        try xml.element("FRBRcountry", ["value": law.jurisdiction.code.lowercased()])
        if let kind = law.kind { try xml.element("FRBRsubtype", ["value": kind]) }
        if let number = law.number { try xml.element("FRBRnumber", ["value": number]) }
        try xml.element("FRBRprescriptive", ["value": "false"])
        try xml.element("FRBRauthoritative", ["value": law.authenticity == .official ? "true" : "false"])
        try xml.end()
        let expression = law.expression
        try xml.start("FRBRExpression")
        try xml.element("FRBRthis", ["value": expression + part])
        try xml.element("FRBRuri", ["value": expression])
        try dateOfText(to: &xml)
        try xml.element("FRBRauthor", ["href": author])
        try xml.element("FRBRlanguage", ["language": law.language.threeLetterCode])
        try xml.end()
        try xml.start("FRBRManifestation")
        try xml.element("FRBRthis", ["value": "\(expression)\(part).xml"])
        try xml.element("FRBRuri", ["value": "\(expression).xml"])
        if let markup { try date(markup, "markup", to: &xml) } else { try dateOfText(to: &xml) }
        try xml.element("FRBRauthor", ["href": author])
        try xml.element("FRBRformat", ["value": "application/akn+xml"])
        try xml.end()
        try xml.end()
    }

    private func dateOfText(to xml: inout XMLWriter) throws(LegislationWriteError) {
        try date(law.version ?? law.enacted, law.version == nil ? "enacted" : "version", to: &xml)
    }

    /// The schema wants a whole day of the calendar; one that is known in part says so by its name and stands at the
    /// beginning of its year or month.
    private func date(_ date: String?, _ name: String, to xml: inout XMLWriter) throws(LegislationWriteError) {
        let parts = (date ?? "").split(separator: "-").map(String.init)
        switch parts.count {
        case 3 where Self.isDay(parts): try xml.element("FRBRdate", ["date": date, "name": name])
        case 2, 3: try xml.element("FRBRdate", ["date": "\(parts[0])-\(parts[1])-01", "name": "\(name)-month"])
        case 1: try xml.element("FRBRdate", ["date": "\(parts[0])-01-01", "name": "\(name)-year"])
        default: try xml.element("FRBRdate", ["date": "0001-01-01", "name": "unknown"])
        }
    }

    private static func isDay(_ parts: [String]) -> Bool {
        guard let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }
}
