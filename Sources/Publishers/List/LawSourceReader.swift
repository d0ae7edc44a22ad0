internal import Foundation
internal import Legislation

/// Reads one source of a list.
struct LawSourceReader {
    let node: SourceListNode

    private static let keys = [
        "id", "state", "language", "publisher", "licence", "format", "schedule", "delay", "size-limit", "note",
        "tried", "urls", "pattern", "variables", "index", "links", "document", "pages", "documents", "complete",
    ]

    func read() throws(SourceListError) -> LawSource {
        try node.allowOnly(Self.keys)
        _ = try node.child("note")?.string()
        _ = try flag("tried")
        return LawSource(
            id: try identifier(node.required("id")), state: try state(node.required("state")),
            language: try language(node.required("language")), publisher: try node.required("publisher").string(),
            licence: try node.required("licence").string(), format: try word(node.required("format")),
            schedule: try node.child("schedule").map { node throws(SourceListError) in try word(node) } ?? .manual,
            listing: try listing(),
            delay: try node.child("delay").map { node throws(SourceListError) in try delay(node) } ?? .seconds(1),
            sizeLimit: try node.child("size-limit").map { node throws(SourceListError) in try size(node) })
    }

    private func identifier(_ node: SourceListNode) throws(SourceListError) -> String {
        let text = try node.string()
        let isPlain = text.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "-")
        }
        guard isPlain, text.utf8.count <= 64, !text.hasPrefix("-") else {
            throw node.error(
                "“\(text.prefix(40))” is no id", mend: "use at most 64 small letters, digits and hyphens: uk-acts")
        }
        return text
    }

    private func state(_ node: SourceListNode) throws(SourceListError) -> Jurisdiction {
        do {
            return try Jurisdiction(code: try node.string())
        } catch let error as JurisdictionError {
            throw node.error("the state \(error.text) is not known", mend: error.description)
        } catch let error as SourceListError {
            throw error
        } catch {
            throw node.error("\(error)", mend: "write an ISO 3166-1 code")
        }
    }

    private func language(_ node: SourceListNode) throws(SourceListError) -> LanguageTag {
        let text = try node.string()
        guard let tag = try? LanguageTag(text), tag.primary.utf8.count <= 3 else {
            throw node.error("“\(text.prefix(40))” is no language", mend: "write a BCP 47 tag: en, zh-Hant")
        }
        return tag
    }

    /// One of the words of a closed set.
    private func word<Word: RawRepresentable<String> & CaseIterable>(
        _ node: SourceListNode
    ) throws(SourceListError) -> Word {
        let text = try node.string()
        guard let word = Word(rawValue: text.lowercased()) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw node.error("“\(text.prefix(40))” is not known here", mend: "write one of \(known)")
        }
        return word
    }

    private func delay(_ node: SourceListNode) throws(SourceListError) -> Duration {
        let text = try node.string()
        guard let seconds = Double(text), (0...600).contains(seconds) else {
            throw node.error("“\(text.prefix(40))” is no delay", mend: "write seconds, from 0 to 600")
        }
        return .seconds(seconds)
    }

    private func size(_ node: SourceListNode) throws(SourceListError) -> Int {
        let text = try node.string()
        let units = ["GB": 1_000_000_000, "MB": 1_000_000, "kB": 1000]
        let unit = units.first { text.hasSuffix($0.key) }
        let digits = unit.map { text.dropLast($0.key.count) } ?? text[...]
        guard let number = Int(digits.trimmingCharacters(in: .whitespaces)), number > 0, number <= 1_000_000_000,
            number * (unit?.value ?? 1) <= 10_000_000_000
        else {
            throw node.error("“\(text.prefix(40))” is no size", mend: "write bytes, or a number with kB, MB or GB")
        }
        return number * (unit?.value ?? 1)
    }

    private func listing() throws(SourceListError) -> Listing {
        let ways = ["urls", "pattern", "index"]
        var given: [String] = []
        for way in ways where try node.child(way) != nil { given.append(way) }
        guard given.count == 1 else {
            throw node.error(
                given.isEmpty
                    ? "the source names no documents"
                    : "the source names documents by \(given.joined(separator: " and "))",
                mend: "give one of \(ways.joined(separator: ", "))")
        }
        let others = ["pattern": ["variables"], "index": ["links", "document", "pages", "documents", "complete"]]
        for (way, keys) in others where way != given[0] {
            for key in keys {
                if let child = try node.child(key) {
                    throw child.error("\(key) goes with \(way) only", mend: "take it out")
                }
            }
        }
        switch given[0] {
        case "urls": return .addresses(try addresses(try node.required("urls")))
        case "pattern": return .addresses(try filled(try node.required("pattern")))
        default: return .index(try index(try node.required("index")))
        }
    }

    private func address(_ node: SourceListNode) throws(SourceListError) -> WebAddress {
        let text = try node.string()
        do {
            return try WebAddress(text)
        } catch {
            throw node.error("the address cannot be fetched", mend: error.description)
        }
    }

    private func addresses(_ node: SourceListNode) throws(SourceListError) -> [WebAddress] {
        var addresses: [WebAddress] = []
        for element in try node.elements() { addresses.append(try address(element)) }
        guard !addresses.isEmpty else { throw node.error("the list is empty", mend: "name at least one address") }
        return addresses
    }

    private func filled(_ node: SourceListNode) throws(SourceListError) -> [WebAddress] {
        var variables: [String: [String]] = [:]
        if let given = try self.node.child("variables") {
            for (name, values) in try given.pairs() {
                let words: [SourceListNode]
                if values.isList { words = try values.elements() } else { words = [values] }
                for word in words {
                    guard let more = AddressPattern.values(try word.string()) else {
                        throw word.error("the range cannot be counted", mend: "write it as first..last, upwards")
                    }
                    variables[name, default: []] += more
                }
            }
        }
        do {
            return try AddressPattern.addresses(try node.string(), variables)
        } catch let fault as AddressPattern.Fault {
            throw node.error(fault.message, mend: fault.mend)
        } catch let error as SourceListError {
            throw error
        } catch {
            throw node.error("\(error)", mend: "check the pattern")
        }
    }

    private func index(_ node: SourceListNode) throws(SourceListError) -> PublisherIndex {
        let links = try self.node.required("links")
        var index = PublisherIndex(address: try address(node), links: try links.string())
        guard let expression = try? NSRegularExpression(pattern: index.links) else {
            throw links.error(
                "links is no regular expression", mend: "mind brackets and backslashes; use single quotes")
        }
        if let document = try self.node.child("document") {
            index.document = try document.string()
            let groups = (1...9).filter { index.document?.contains("$\($0)") == true }
            guard let last = groups.last, last <= expression.numberOfCaptureGroups else {
                throw document.error(
                    "document takes in nothing of the link, or more groups than links has",
                    mend: "put (…) around the part of links that $1 is to stand for")
            }
        }
        index.pageLimit = try count("pages", upTo: 10_000) ?? index.pageLimit
        index.documentLimit = try count("documents", upTo: 1_000_000) ?? index.documentLimit
        index.isComplete = try flag("complete") ?? true
        return index
    }

    private func flag(_ key: String) throws(SourceListError) -> Bool? {
        guard let child = try node.child(key) else { return nil }
        switch try child.string() {
        case "true": return true
        case "false": return false
        default: throw child.error("\(key) is neither true nor false", mend: "write true or false")
        }
    }

    private func count(_ key: String, upTo limit: Int) throws(SourceListError) -> Int? {
        guard let child = try node.child(key) else { return nil }
        guard let number = Int(try child.string()), (1...limit).contains(number) else {
            throw child.error("\(key) is no number from 1 to \(limit)", mend: "write one, or take the line out")
        }
        return number
    }
}
