/// Hands on the provisions of one law: announces it first, and sees to their eIds.
struct NationalXMLProvisions {
    struct Place {
        var path: [String]
        /// eId of the schedule or supplement it stands in.
        var idPrefix: String?
        var isInSchedule: Bool
        var isInSupplement: Bool
    }

    private let file: SourceFile
    private let sink: LawSink
    private var ids = EIdAllocator()
    private var hasUnits = false
    private var schedules = 0
    private var supplements = 0
    /// Text before the first provision: the law's preamble, or all there is of it.
    private var held: [(text: String, isPreamble: Bool)] = []
    private(set) var isAnnounced = false
    /// Whether an earlier law of the same file was announced.
    private var isFollowing = false

    init(_ file: SourceFile, _ sink: LawSink, after earlier: NationalXMLProvisions? = nil) {
        self.file = file
        self.sink = sink
        isFollowing = earlier.map { $0.isAnnounced || $0.isFollowing } ?? false
    }

    mutating func scheduleID(_ title: String?) -> String {
        schedules += 1
        if let match = title.flatMap(HeadingMatcher.match), case .division(.annex) = match.entry,
            let numeral = match.numeral
        {
            return ids.allocate("sched_\(numeral.id)")
        }
        return ids.allocate("sched_\(schedules)")
    }

    mutating func supplementID() -> String {
        supplements += 1
        return "suppl_\(supplements)"
    }

    mutating func add(_ unit: XMLUnit, at place: Place, _ draft: LawDraft) throws {
        let isUnit = Self.prefixes[unit.kind] != nil
        if unit.kind == .preamble, !hasUnits, !place.isInSchedule {
            held.append((unit.text, true))
            return
        }
        if isUnit, !place.isInSchedule { try releaseHeld(draft) }
        if isUnit, !place.isInSchedule { hasUnits = true }
        let kind = place.isInSupplement && !place.isInSchedule && isUnit ? .other : unit.kind
        let path = place.path + unit.path
        let id = id(of: unit, place, path)
        try emit(
            Provision(
                eId: id, kind: kind, number: unit.number?.printed, heading: unit.heading, path: path, text: unit.text),
            draft)
    }

    /// Words that stand in no provision.
    mutating func addText(_ text: String, at place: Place, _ draft: LawDraft) throws {
        if !hasUnits, !place.isInSchedule, !place.isInSupplement {
            held.append((text, false))
            return
        }
        let kind: ProvisionKind = place.isInSchedule ? .schedule : .other
        // A schedule's own eId is its text's, while nothing else has it.
        let id = place.idPrefix.map { used.contains($0) ? ids.allocate("\($0)__text") : $0 } ?? ids.allocate("text")
        used.insert(id)
        try emit(
            Provision(eId: id, kind: kind, heading: place.path.last, path: Array(place.path.dropLast()), text: text),
            draft)
    }

    private var used: Set<String> = []

    /// The end of the law: where it has no articles, its text is put together in groups.
    mutating func finish(_ draft: LawDraft) throws {
        guard isAnnounced || !held.isEmpty || !isFollowing else { return }
        try announce(draft)
        if !hasUnits {
            sink.note("it marks no article; its text was put together in groups of paragraphs")
            if held.contains(where: { !$0.isPreamble }) { sink.structure = .paragraphGroups }
        }
        let text = held.filter { !$0.isPreamble }.map(\.text)
        held.removeAll { !$0.isPreamble }
        try releaseHeld(draft)
        let lines = text.flatMap { $0.split(separator: "\n").map(String.init) }
        for (index, group) in TextCutter.groups(of: lines).enumerated() {
            try sink.add(Provision(eId: ids.allocate("para_\(index + 1)"), kind: .paragraphGroup, text: group))
        }
    }

    private mutating func releaseHeld(_ draft: LawDraft) throws {
        guard !held.isEmpty else { return }
        let text = held.map(\.text).joined(separator: "\n")
        held = []
        try emit(Provision(eId: ids.allocate("preamble"), kind: .preamble, text: text), draft)
    }

    private mutating func announce(_ draft: LawDraft) throws {
        guard !isAnnounced else { return }
        isAnnounced = true
        try sink.announce(draft.law(file))
    }

    private mutating func emit(_ provision: Provision, _ draft: LawDraft) throws {
        try announce(draft)
        for part in ProvisionsJSONFormat.parts(of: provision, &ids) { try sink.add(part) }
    }

    // MARK: eIds

    static let prefixes: [ProvisionKind: String] = [
        .article: "art", .section: "sec", .rule: "rule", .regulation: "reg", .paragraph: "para",
    ]

    private mutating func id(of unit: XMLUnit, _ place: Place, _ path: [String]) -> String {
        let start = place.idPrefix.map { $0 + "__" } ?? ""
        guard let prefix = Self.prefixes[unit.kind] else {
            switch unit.kind {
            case .preamble: return ids.allocate(start + "preamble")
            case .schedule: return place.idPrefix.map { ids.allocate($0 + "__text") } ?? scheduleID(unit.heading)
            default: return ids.allocate(start + (unit.number.map { "text_\($0.id)" } ?? "text"))
            }
        }
        let own = "\(prefix)_\(unit.number?.id ?? "unnumbered")"
        let scope = unit.scope ?? path.last.map { WorkIRI.slug($0, limit: 40) } ?? ""
        return ids.allocate(start + own, orElse: scope.isEmpty ? nil : "\(start)\(scope)__\(own)")
    }
}
