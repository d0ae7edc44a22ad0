/// Where a format puts what it reads: hands it on, and keeps count.
final class LawSink {
    private let onLaw: (Law) throws -> Void
    private let onProvision: (Provision) throws -> Void
    private var announced: Set<String> = []
    private(set) var provisions = 0
    private(set) var notes: [ReadNote] = []
    private(set) var noteCount = 0
    var structure = ReadReport.Structure.declared

    init(onLaw: @escaping (Law) throws -> Void, onProvision: @escaping (Provision) throws -> Void) {
        self.onLaw = onLaw
        self.onProvision = onProvision
    }

    var laws: Int { announced.count }

    func announce(_ law: Law) throws {
        var law = law
        let isChanged = [
            Self.removeNULs(&law.work), Self.removeNULs(&law.title), Self.removeNULs(&law.number),
            Self.removeNULs(&law.kind), Self.removeNULs(&law.enacted), Self.removeNULs(&law.inForce),
            Self.removeNULs(&law.version), Self.removeNULs(&law.sourceURL),
        ].contains(true)
        if isChanged { note("NUL characters were taken out of what is said of the law “\(law.title)”") }
        announced.insert(law.expression)
        try onLaw(law)
    }

    func add(_ provision: Provision) throws {
        var provision = provision
        var isChanged = [
            Self.removeNULs(&provision.eId), Self.removeNULs(&provision.number), Self.removeNULs(&provision.heading),
            Self.removeNULs(&provision.text), Self.removeNULs(&provision.externalID),
        ].contains(true)
        for index in provision.path.indices where Self.removeNULs(&provision.path[index]) { isChanged = true }
        if isChanged { note("NUL characters were taken out of \(provision.eId)") }
        let (parts, message) = OverlongProvision.parted(provision)
        if let message { note(message) }
        provisions += parts.count
        for part in parts { try onProvision(part) }
    }

    /// NUL bytes are taken out of a file as a whole; JSON and YAML can also write one with an escape.
    private static func removeNULs(_ text: inout String) -> Bool {
        guard text.utf8.contains(0) else { return false }
        text.unicodeScalars.removeAll { $0 == "\0" }
        return true
    }

    private static func removeNULs(_ text: inout String?) -> Bool {
        guard var cleaned = text, removeNULs(&cleaned) else { return false }
        text = cleaned
        return true
    }

    func note(_ message: String, at place: LegislationReadError.Place = .file) {
        noteCount += 1
        if notes.count < 1000 { notes.append(ReadNote(place: place, message: message)) }
    }
}
