/// The elements of a law as they stream by: which division is open, and what text stands between provisions.
struct NationalXMLBody {
    private enum FrameKind { case through, container, group, schedule, supplement, law }

    private struct Frame {
        var name: String
        var kind: FrameKind
        var titles: [String] = []
        var headings: [(rank: Int, title: String)] = []
        /// eId of a schedule or supplement, given when its first provision comes.
        var id: String?

        /// What an attribute adds to the title.
        var mark: String?

        var title: String? {
            guard !titles.isEmpty else { return nil }
            return titles.joined(separator: " ") + (mark.map { "（\($0)）" } ?? "")
        }
    }

    private let dialect: XMLDialect
    private let file: SourceFile
    private let sink: LawSink
    private var provisions: NationalXMLProvisions
    private var frames: [Frame] = []
    private var place = XMLPlace()
    private var lines: XMLLines
    private var nextHeading: String?
    /// A provision whose text is still to come as its siblings.
    private var opened: XMLUnit? { didSet { place.open = opened?.number?.id } }
    /// The annex that began with a line of its own and goes on to the next, or to the end.
    private var annex: (id: String, title: String)?

    init(_ dialect: XMLDialect, _ file: SourceFile, _ sink: LawSink) {
        self.dialect = dialect
        self.file = file
        self.sink = sink
        provisions = NationalXMLProvisions(file, sink)
        lines = XMLLines(dialect.wording)
        place.law = dialect.defaults
    }

    // MARK: Events

    mutating func start(_ tag: XMLTag, _ stream: inout XMLStream) throws {
        if !provisions.isAnnounced { dialect.attend?(tag, &place.law) }
        switch dialect.meaning(of: tag, at: place) {
        case .skip: try stream.skip()
        case .facts: dialect.describe(try stream.element(tag), &place.law)
        case .words: lines.add(try stream.element(tag), within: place.parent)
        case .unit(let kind): try unit(try stream.element(tag), kind)
        case .opening(let kind): try open(try stream.element(tag), kind)
        case .preamble(let without):
            try flush()
            let element = try stream.element(tag)
            dialect.describe(element, &place.law)
            let text = dialect.wording.text(of: element, without: without)
            let unit = XMLUnit(kind: .preamble, text: text)
            if !text.isEmpty { try provisions.add(unit, at: current(), place.law) }
        case .unitHeading:
            let words = dialect.wording.line(of: try stream.element(tag))
            if isFresh {
                opened?.heading = ProvisionHeading.cleaned(words)
            } else {
                try flush()
                nextHeading = [nextHeading, words].compactMap { $0 }.joined(separator: " ").nonEmpty
            }
        case .heading: heading(try stream.element(tag))
        case .crossHeading(let rank):
            if !isFresh { try flush() }
            crossHeading(dialect.wording.line(of: try stream.element(tag)), rank)
        case .container: try push(tag, .container)
        case .group: try push(tag, .group)
        case .schedule: try push(tag, .schedule)
        case .supplement: try push(tag, .supplement)
        case .law: try push(tag, .law)
        case .through:
            if dialect.wording.takesWhole(tag.name) {
                lines.add(try stream.element(tag), within: place.parent)
            } else {
                lines.open(tag)
                frames.append(Frame(name: tag.name, kind: .through))
                place.ancestors.append(tag.name)
            }
        }
    }

    mutating func text(_ words: String) { lines.append(words) }

    mutating func end() throws {
        guard let last = frames.last else { return }
        if last.kind == .through, last.headings.isEmpty {
            lines.close(last.name)
        } else {
            try flush()
        }
        frames.removeLast()
        place.ancestors.removeLast()
        locate()
        if last.kind == .law { try finish() }
    }

    /// The law ends; another may follow in the same file.
    mutating func finish() throws {
        try flush()
        try provisions.finish(place.law)
        provisions = NationalXMLProvisions(file, sink, after: provisions)
        place.law = dialect.defaults
        annex = nil
        nextHeading = nil
    }

    // MARK: Divisions

    private mutating func push(_ tag: XMLTag, _ kind: FrameKind) throws {
        try flush()
        let mark = dialect.titleAttributes[tag.name].flatMap { tag[$0] }
        frames.append(Frame(name: tag.name, kind: kind, mark: mark))
        place.ancestors.append(tag.name)
        locate()
    }

    private mutating func locate() {
        place.isInSchedule = frames.contains { $0.kind == .schedule }
        place.isInSupplement = frames.contains { $0.kind == .supplement }
    }

    private mutating func heading(_ element: XMLElement) {
        let words = dialect.wording.printed(element, within: place.parent)
        guard !words.isEmpty else { return }
        // A title within a table, or the number of a paragraph, names no division.
        let isNear = frames.last.map { $0.kind != .through || dialect.headingWrappers.contains($0.name) } ?? false
        if isNear, let last = frames.lastIndex(where: { $0.kind != .through && $0.kind != .law }) {
            frames[last].titles.append(words)
            // A file that is one schedule is named as the schedule is.
            if last == 0, place.law.title == nil { place.law.title = words }
        } else {
            lines.add(element, within: place.parent)
        }
    }

    private mutating func crossHeading(_ words: String, _ rank: Int) {
        guard !words.isEmpty, let last = frames.lastIndex(where: { $0.kind != .through }) ?? frames.indices.first
        else { return }
        frames[last].headings.removeAll { $0.rank >= rank }
        frames[last].headings.append((rank, words))
    }

    private var path: [String] {
        [annex?.title].compactMap { $0 }
            + frames.flatMap { frame in
                (frame.kind == .group ? [] : [frame.title].compactMap { $0 }) + frame.headings.map(\.title)
            }
    }

    private mutating func current() -> NationalXMLProvisions.Place {
        for index in frames.indices where frames[index].id == nil {
            switch frames[index].kind {
            case .schedule: frames[index].id = provisions.scheduleID(frames[index].title)
            case .supplement: frames[index].id = provisions.supplementID()
            default: break
            }
        }
        let apart = frames.last { $0.kind == .schedule } ?? frames.last { $0.kind == .supplement }
        return NationalXMLProvisions.Place(
            path: path, idPrefix: apart?.id ?? annex?.id, group: groupTitle,
            isInSchedule: place.isInSchedule || annex != nil, isInSupplement: place.isInSupplement)
    }

    // MARK: Provisions

    private mutating func unit(_ element: XMLElement, _ kind: ProvisionKind) throws {
        try flush()
        if !provisions.isAnnounced, let attend = dialect.attend {
            for inner in element.elements { attend(inner.tag, &place.law) }
        }
        for reading in dialect.read(element, as: kind, at: place) {
            switch reading {
            case .heading(let words, let rank): crossHeading(words.singleSpaced, rank)
            case .continuation(let words): lines.append(words)
            case .unit(let unit): try provisions.add(headed(unit), at: current(), place.law)
            }
        }
    }

    private mutating func open(_ element: XMLElement, _ kind: ProvisionKind) throws {
        if !provisions.isAnnounced { dialect.describe(element, &place.law) }
        for reading in dialect.read(element, as: kind, at: place) {
            switch reading {
            case .heading(let words, let rank):
                try flush()
                crossHeading(words.singleSpaced, rank)
            case .continuation(let words): lines.addLine(words)
            case .unit(let unit) where unit.kind == .schedule:
                try flush()
                let title = unit.heading ?? ""
                annex = (provisions.scheduleID(title), title)
                for index in frames.indices { frames[index].headings = [] }
                if !unit.text.isEmpty { lines.addLine(unit.text) }
            case .unit(let unit):
                try flush()
                opened = headed(unit)
            }
        }
    }

    private var groupTitle: String? {
        frames.last { $0.kind == .group }?.title.flatMap(ProvisionHeading.cleaned)
    }

    /// Whether a provision was opened and none of its text has come yet.
    private var isFresh: Bool { opened?.text.isEmpty == true && lines.isBlank }

    /// The provision with the heading that stood before or around it.
    private mutating func headed(_ unit: XMLUnit) -> XMLUnit {
        var unit = unit
        if unit.heading == nil {
            unit.heading = nextHeading.flatMap(ProvisionHeading.cleaned) ?? groupTitle
        }
        nextHeading = nil
        return unit
    }

    /// What stood between provisions becomes text: of the provision that is open, else of the division.
    private mutating func flush() throws {
        let text = lines.take()
        if var unit = opened {
            opened = nil
            unit.text = [unit.text, text].filter { !$0.isEmpty }.joined(separator: "\n")
            try provisions.add(unit, at: current(), place.law)
        } else if !text.isEmpty {
            try provisions.addText(text, at: current(), place.law)
        }
    }
}
