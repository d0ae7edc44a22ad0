/// A first pass over a document: which elements are its provisions, in its body and in each thing attached to it.
///
/// No profile says so. `section` is the provision in Kenya and holds articles in Germany; an act with sections may have
/// a treaty with articles attached. What holds most of the words of a part of the document is its provision.
struct AkomaNtosoSurvey {
    /// By the place of the start tag that begins a part of the document (0 for the document itself).
    private(set) var units: [Int: String] = [:]
    /// Akoma Ntoso 1.0 calls a heading `title`; later versions have a division of that name.
    private(set) var titleIsHeading = false

    private struct Scope {
        var place: Int
        var words = 0
        var wordsIn: [String: Int] = [:]
        var open: [String: Int] = [:]
        var count: [String: Int] = [:]
        var numbered: [String: Int] = [:]
    }

    private struct Open {
        var name: String
        var unit: String?
        var isScope = false
    }

    private var scopes = [Scope(place: 0)]
    private var open: [Open] = []

    init(_ file: SourceFile) throws(LegislationReadError) {
        var stream = try XMLStream(file)
        while let event = try stream.next() {
            switch event {
            case .start(let tag): try start(tag, &stream)
            case .text(let text): take(text)
            case .end: end()
            }
        }
        while !scopes.isEmpty { close() }
    }

    private mutating func start(_ tag: XMLTag, _ stream: inout XMLStream) throws(LegislationReadError) {
        if AkomaNtosoVocabulary.isRemark(tag) || Self.outside.contains(tag.name) {
            try stream.skip()
            return
        }
        if AkomaNtosoVocabulary.quoted.contains(tag.name) {
            try quoted(&stream)
            return
        }
        if tag.name == "num", let unit = open.last?.unit { scopes[scopes.count - 1].numbered[unit, default: 0] += 1 }
        var element = Open(name: tag.name)
        if AkomaNtosoVocabulary.isAttachment(tag) || AkomaNtosoVocabulary.documents.contains(tag.name) {
            scopes.append(Scope(place: stream.elementCount))
            element.isScope = true
        } else if let unit = AkomaNtosoVocabulary.unit(tag) {
            element.unit = unit
            scopes[scopes.count - 1].count[unit, default: 0] += 1
            scopes[scopes.count - 1].open[unit, default: 0] += 1
        }
        open.append(element)
    }

    private mutating func quoted(_ stream: inout XMLStream) throws(LegislationReadError) {
        var depth = 1
        while depth > 0, let event = try stream.next() {
            switch event {
            case .start: depth += 1
            case .end: depth -= 1
            case .text(let text): take(text)
            }
        }
    }

    private mutating func take(_ text: String) {
        let length = text.utf8.lazy.filter { $0 > 0x20 }.count
        guard length > 0 else { return }
        if open.last?.name == "title" { titleIsHeading = true }
        let last = scopes.count - 1
        scopes[last].words += length
        for (unit, depth) in scopes[last].open where depth > 0 { scopes[last].wordsIn[unit, default: 0] += length }
    }

    private mutating func end() {
        guard let closed = open.popLast() else { return }
        if closed.isScope { close() }
        if let unit = closed.unit { scopes[scopes.count - 1].open[unit, default: 1] -= 1 }
    }

    private mutating func close() {
        guard let scope = scopes.popLast() else { return }
        units[scope.place] = Self.unit(of: scope)
    }

    private static func unit(of scope: Scope) -> String? {
        func holds(_ unit: String) -> Int { scope.wordsIn[unit] ?? 0 }
        let units = AkomaNtosoVocabulary.units.filter { scope.count[$0] != nil }
        if let unit = units.first(where: { holds($0) * 2 >= scope.words }) { return unit }
        if let unit = units.max(by: { holds($0) < holds($1) }) { return unit }
        return AkomaNtosoVocabulary.lesserUnits.first {
            guard let count = scope.count[$0] else { return false }
            return (scope.numbered[$0] ?? 0) * 2 > count && holds($0) * 2 >= scope.words
        }
    }

    /// What stands before and after the provisions.
    private static let outside: Set<String> = ["preface", "coverPage", "preamble", "conclusions"]
}
