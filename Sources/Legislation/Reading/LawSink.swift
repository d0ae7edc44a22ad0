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
        announced.insert(law.expression)
        try onLaw(law)
    }

    func add(_ provision: Provision) throws {
        provisions += 1
        try onProvision(provision)
    }

    func note(_ message: String, at place: LegislationReadError.Place = .file) {
        noteCount += 1
        if notes.count < 1000 { notes.append(ReadNote(place: place, message: message)) }
    }
}
