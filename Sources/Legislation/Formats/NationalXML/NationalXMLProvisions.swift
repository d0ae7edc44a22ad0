/// Hands on the provisions of one law: announces it first, and sees to their eIds.
struct NationalXMLProvisions {
    struct Place {
        var path: [String]
        /// eId of the schedule or supplement it stands in.
        var idPrefix: String?
        /// Heading around it that is no division's.
        var group: String?
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
    private var held: [(text: String, path: [String], isPreamble: Bool)] = []
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
            held.append((unit.text, [], true))
            return
        }
        if isUnit && !place.isInSchedule || held.allSatisfy(\.isPreamble) { try releaseHeld(draft) }
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
            held.append((text, place.path, false))
            return
        }
        let kind: ProvisionKind = place.isInSchedule ? .schedule : .other
        // A schedule's own eId is its text's, while nothing else has it.
        let id = place.idPrefix.flatMap { withText.insert($0).inserted ? $0 : nil } ?? textID(place)
        try emit(
            Provision(
                eId: id, kind: kind, heading: place.group ?? place.path.last,
                path: place.group == nil ? Array(place.path.dropLast()) : place.path, text: text),
            draft)
    }

    /// Schedules and supplements whose own eId was given to text of theirs.
    private var withText: Set<String> = []
    private var texts = 0

    private mutating func textID(_ place: Place) -> String {
        texts += 1
        return ids.allocate((place.idPrefix.map { $0 + "__" } ?? "") + "text_\(texts)")
    }

    /// The end of the law: where it has no articles, its text is put together in groups.
    mutating func finish(_ draft: LawDraft) throws {
        guard isAnnounced || !held.isEmpty || !isFollowing else { return }
        try announce(draft)
        let rest = held.filter { !$0.isPreamble }
        held.removeAll { !$0.isPreamble }
        try releaseHeld(draft)
        if !hasUnits { sink.note("it marks no article of its own") }
        if !rest.isEmpty { sink.structure = .paragraphGroups }
        var count = 0
        for (text, path, _) in rest {
            for group in TextCutter.groups(of: text.split(separator: "\n").map(String.init)) {
                count += 1
                try sink.add(
                    Provision(
                        eId: ids.allocate("para_\(count)"), kind: .paragraphGroup, heading: path.last,
                        path: Array(path.dropLast()), text: group))
            }
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
        for part in TextCutter.parts(of: provision, &ids) { try sink.add(part) }
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
            case .schedule: return place.idPrefix == nil ? scheduleID(unit.heading) : textID(place)
            default: return unit.number.map { ids.allocate("\(start)text_\($0.id)") } ?? textID(place)
            }
        }
        let own = "\(prefix)_\(unit.number?.id ?? "unnumbered")"
        let scope = unit.scope ?? path.last.map { WorkIRI.slug($0, limit: 40) } ?? ""
        return ids.allocate(start + own, orElse: scope.isEmpty ? nil : "\(start)\(scope)__\(own)")
    }
}
