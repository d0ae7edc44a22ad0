import Foundation
import Legislation

/// Each law of a file written as Akoma Ntoso and read again.
struct RoundTrip {
    /// Path of the sample.
    let path: String
    /// The files written, one a law.
    private(set) var written: [URL] = []
    /// What differs after reading again, in words; empty where nothing does.
    private(set) var differences: [String] = []
    /// What the writer could not keep.
    private(set) var notes: [String] = []

    /// Writes the laws of a sample into `target`, as files with this number; nil where the sample is refused.
    init?(_ sample: CoverageSample, number: Int, folder: URL, target: URL) {
        path = sample.path
        guard let laws = try? Self.laws(folder.appending(path: sample.path)) else { return nil }
        for (index, before) in laws.enumerated() {
            let name = "\(number)-\(index + 1).xml"
            let url = target.appending(path: name)
            do {
                notes += try AkomaNtosoWriter.write(before.law, before.provisions, to: url)
                written.append(url)
                let after = try Self.laws(url)
                if after.count != 1 { differences.append("\(name): \(after.count) laws") }
                if let after = after.first { compare(before, after, name) }
            } catch {
                differences.append("\(error)")
            }
        }
    }

    private mutating func compare(_ before: WholeLaw, _ after: WholeLaw, _ name: String) {
        let (before, after) = notes.isEmpty ? (before, after) : (before.writable, after.writable)
        if before.law != after.law { differences.append("\(name): the law is \(after.law), was \(before.law)") }
        if before.provisions.count != after.provisions.count {
            differences.append("\(name): \(after.provisions.count) provisions, were \(before.provisions.count)")
        }
        if let pair = zip(before.provisions, after.provisions).first(where: { $0 != $1 }) {
            differences.append("\(name): \(pair.1), was \(pair.0)")
        }
    }

    /// The laws of a file, each with its provisions; one that is announced again goes on.
    private static func laws(_ url: URL) throws -> [WholeLaw] {
        var laws: [WholeLaw] = []
        var places: [String: Int] = [:]
        var current = 0
        try LegislationReader(options: ReaderOptions(usesPathHints: false)).read(
            url,
            onLaw: { law in
                if let place = places[law.expression] {
                    current = place
                } else {
                    current = laws.count
                    places[law.expression] = current
                    laws.append(WholeLaw(law: law))
                }
            }, onProvision: { laws[current].provisions.append($0) })
        return laws
    }
}

/// A law with all its provisions.
struct WholeLaw {
    var law: Law
    var provisions: [Provision] = []

    /// The same without the characters that XML cannot write, where those were left out.
    var writable: WholeLaw {
        var copy = self
        copy.law.title = Self.writable(law.title)
        for index in copy.provisions.indices {
            copy.provisions[index].text = Self.writable(provisions[index].text)
            copy.provisions[index].heading = provisions[index].heading.map(Self.writable)
            copy.provisions[index].number = provisions[index].number.map(Self.writable)
            copy.provisions[index].path = provisions[index].path.map(Self.writable)
            copy.provisions[index].eId = Self.writable(provisions[index].eId)
        }
        return copy
    }

    private static func writable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter {
                    $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF || "\t\n\r".unicodeScalars.contains($0)
                }))
    }
}
