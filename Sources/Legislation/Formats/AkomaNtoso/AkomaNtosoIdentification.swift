/// The identification block of a document, after the naming convention of Akoma Ntoso.
struct AkomaNtosoIdentification {
    private let law: Law
    private let source: String

    /// - Parameter source: id of the organisation that identifies the law.
    init(_ law: Law, source: String) {
        self.law = law
        self.source = source
    }

    func write(to xml: inout XMLWriter) throws(LegislationWriteError) {
        let author = "#\(source)"
        try xml.start("identification", ["source": author])
        try xml.start("FRBRWork")
        try xml.element("FRBRthis", ["value": "\(law.work)/!main"])
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
        try xml.element("FRBRthis", ["value": "\(expression)/!main"])
        try xml.element("FRBRuri", ["value": expression])
        try date(law.version ?? law.enacted, law.version == nil ? "enacted" : "version", to: &xml)
        try xml.element("FRBRauthor", ["href": author])
        try xml.element("FRBRlanguage", ["language": law.language.tag])
        try xml.end()
        try xml.start("FRBRManifestation")
        try xml.element("FRBRthis", ["value": "\(expression)/!main.xml"])
        try xml.element("FRBRuri", ["value": "\(expression).xml"])
        try date(law.version ?? law.enacted, law.version == nil ? "enacted" : "version", to: &xml)
        try xml.element("FRBRauthor", ["href": author])
        try xml.element("FRBRformat", ["value": "application/akn+xml"])
        try xml.end()
        try xml.end()
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
