import Foundation

/// Reading one JSON Lines file: the law that is open, and what was given out.
struct JSONLinesSession {
    private struct LawKey: Hashable {
        var country, language, law, prefix: String
    }

    private let file: SourceFile
    private let sink: LawSink
    private let decoder = JSONDecoder()
    private var key: LawKey?
    private var work = ""
    private var lawTitle = ""
    private var usedIds: Set<UInt64> = []
    private var number = 0
    private var broken = 0
    private var firstFault: (line: Int, message: String)?

    init(file: SourceFile, sink: LawSink) {
        self.file = file
        self.sink = sink
    }

    mutating func take(_ bytes: UnsafeRawBufferPointer) throws {
        number += 1
        guard let first = bytes.first(where: { $0 > 0x20 }) else { return }
        guard first == UInt8(ascii: "{") else { return fault("the line is no JSON object") }
        let line: JSONProvisionLine
        do {
            guard let base = bytes.baseAddress else { return }
            let data = Data(
                bytesNoCopy: UnsafeMutableRawPointer(mutating: base), count: bytes.count, deallocator: .none)
            line = try decoder.decode(JSONProvisionLine.self, from: data)
        } catch {
            return fault("the line is not valid JSON and was skipped")
        }
        guard let text = line.text else { return fault("the line has no “text” and was skipped") }
        try openLaw(of: line)
        try sink.add(provision(line, text))
    }

    /// - Throws: `LegislationReadError` when no line could be read.
    func finish() throws {
        guard sink.provisions == 0, let fault = firstFault else { return }
        let readable = fault.message.contains("text")
        throw file.error(
            readable ? .notLegislation : .malformed, at: .line(fault.line),
            "none of its \(broken) lines is a provision: \(fault.message)", mend: SourceFile.recognised)
    }

    private mutating func fault(_ message: String) {
        broken += 1
        if firstFault == nil { firstFault = (number, message) }
        sink.note(message, at: .line(number))
    }

    private mutating func openLaw(of line: JSONProvisionLine) throws {
        let id = line.id ?? ""
        let hash = id.lastIndex(of: "#")
        let prefix = hash.map { String(id[..<$0]) } ?? line.file ?? ""
        let own = LawKey(
            country: line.country ?? "", language: line.lang ?? "", law: line.law ?? "", prefix: prefix)
        if own == key { return }
        key = own
        let parts = prefix.split(separator: "/", maxSplits: 1)
        let fromPrefix = parts.first.flatMap { $0.utf8.count == 2 ? try? Jurisdiction(code: String($0)) : nil }
        let place =
            line.country.flatMap { try? Jurisdiction(code: $0) } ?? fromPrefix ?? file.options.jurisdiction ?? .unknown
        if let country = line.country, place.code != country.uppercased(), fromPrefix == nil {
            sink.note("the country “\(country.prefix(20))” is not known", at: .line(number))
        }
        let language =
            line.lang.flatMap { try? LanguageTag($0) } ?? file.options.language ?? .undetermined
        let named = line.law.map(\.singleSpaced) ?? ""
        lawTitle = !named.isEmpty ? named : Self.lastName(of: prefix) ?? file.stem
        let year = LawDate.normalized(line.year).map { String($0.prefix(4)) }
        work = WorkIRI.make(
            place, year: year, identifier: nil, title: lawTitle, distinction: language.tag + "\u{1F}" + prefix)
        try sink.announce(
            Law(work: work, jurisdiction: place, language: language, title: lawTitle, enacted: year))
    }

    private static func lastName(of prefix: String) -> String? {
        prefix.split(separator: "/").last.map { $0.singleSpaced }
    }

    private mutating func provision(_ line: JSONProvisionLine, _ text: String) -> Provision {
        var headings = (line.heading ?? headingOfTitle(line.title)).split(separator: "›").map { $0.singleSpaced }
            .filter { !$0.isEmpty }
        let last = headings.popLast()
        var provision = Provision(
            eId: "", kind: .other, heading: last, path: line.path + headings, text: text, externalID: line.id)
        if let last, let match = HeadingMatcher.match(last) {
            name(&provision, after: match)
        }
        if provision.eId.isEmpty { provision.eId = "prov_\(reference(line.id))" }
        var copy = 1
        let base = provision.eId
        while !usedIds.insert(WorkIRI.fnv1a(provision.eId, seed: WorkIRI.fnv1a(work))).inserted {
            copy += 1
            provision.eId = "\(base)__dup_\(copy)"
        }
        return provision
    }

    private func name(_ provision: inout Provision, after match: HeadingMatch) {
        switch match.entry {
        case .unit(let unit):
            guard let numeral = match.numeral else { return }
            provision.kind = unit.kind
            provision.number = numeral.printed
            provision.heading = ProvisionHeading.cleaned(match.rest)
            provision.eId = "\(unit.prefix)_\(numeral.id)"
        case .division(let division):
            provision.kind = division == .annex ? .schedule : .other
            if let numeral = match.numeral { provision.eId = "\(division.prefix)_\(numeral.id)" }
        }
    }

    /// The part of an identifier after `#`, ASCII.
    private func reference(_ id: String?) -> String {
        guard let id else { return String(number) }
        let tail = id.lastIndex(of: "#").map { String(id[id.index(after: $0)...]) } ?? id
        let slug = WorkIRI.slug(tail, limit: 40)
        return slug.isEmpty ? String(number) : slug
    }

    /// `title` holds the law's name and then the heading.
    private func headingOfTitle(_ title: String?) -> String {
        guard let title else { return "" }
        if title.hasPrefix(lawTitle) { return String(title.dropFirst(lawTitle.count)) }
        guard let space = title.firstIndex(of: " ") else { return title }
        return lawTitle.hasPrefix(title[..<space]) ? String(title[title.index(after: space)...]) : title
    }
}
