/// Sections and schedules of a Canadian act, with the headings they stand under.
struct JusticeCanadaBody {
    let sink: LawSink
    private var ids = EIdAllocator()
    private var headings: [(level: Int, title: String)] = []

    init(sink: LawSink) { self.sink = sink }

    /// Preamble and enacting words.
    mutating func front(_ element: XMLElement) throws {
        let text = JusticeCanadaText.text(of: element)
        guard !text.isEmpty else { return }
        try sink.add(Provision(eId: ids.allocate("preamble"), kind: .preamble, text: text))
    }

    /// The note that a regulation was repealed as a whole.
    mutating func repealed(_ element: XMLElement) throws {
        let text = element.inlineText
        guard !text.isEmpty else { return }
        try sink.add(Provision(eId: ids.allocate("repealed"), kind: .other, text: text))
    }

    mutating func heading(_ element: XMLElement) {
        let level = element.tag["level"].flatMap { Int($0) } ?? 1
        let title = [element.first("Label"), element.first("TitleText")].compactMap { $0?.inlineText }
            .filter { !$0.isEmpty }.joined(separator: " ")
        headings.removeAll { $0.level >= level }
        if !title.isEmpty { headings.append((level, title)) }
    }

    mutating func section(_ element: XMLElement, within: String = "", path: [String] = []) throws {
        // A star at the number points to a note.
        let label = element.first("Label").map { String($0.inlineText.drop { $0 == "*" }) }
        let note = element.first("MarginalNote").map(JusticeCanadaText.title)
        var text = JusticeCanadaText.text(of: element)
        if text.isEmpty, element.descendant("Repealed") != nil { text = element.inlineText }
        guard !text.isEmpty || note != nil else { return }
        let id = within + "sec_" + (label.map { WorkIRI.slug($0, limit: 40) } ?? "unnumbered")
        let provision = Provision(
            eId: ids.allocate(id), kind: .section, number: label, heading: note,
            path: path + headings.map(\.title), text: text)
        for part in TextCutter.parts(of: provision, &ids) { try sink.add(part) }
    }

    mutating func schedule(_ element: XMLElement) throws {
        let form = element.first("ScheduleFormHeading")
        let label = form?.first("Label")?.inlineText ?? element.first("Label")?.inlineText ?? ""
        let title = form?.first("TitleText")?.inlineText
        let number = label.split(separator: " ").dropFirst().joined(separator: " ")
        let id = "sched_" + (number.isEmpty ? "1" : WorkIRI.slug(number, limit: 40))
        headings = []
        let name = [label, title ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        let path = name.isEmpty ? [] : [name]
        let sections = element.descendants("Section")
        if !sections.isEmpty {
            for section in sections { try self.section(section, within: id + "__", path: path) }
            return
        }
        let text = JusticeCanadaText.text(of: element)
        guard !text.isEmpty else { return }
        let provision = Provision(
            eId: ids.allocate(id), kind: .schedule, number: number.isEmpty ? nil : number,
            heading: name.isEmpty ? nil : name, text: text)
        for part in TextCutter.parts(of: provision, &ids) { try sink.add(part) }
    }
}
