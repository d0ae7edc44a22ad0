import ArgumentParser
import Foundation
import Ingestion
import Legislation
import Obligations
import TextAnalysis

/// `concord thesaurus check`: which names occur in laws.
struct ThesaurusCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Report which names of the thesaurus occur in laws, and which words of these it lacks.",
        discussion: """
            Reads the thesaurus as a whole, which names its faults with file and line, then the laws, in any format \
            that 'concord index' reads. A table says for each language how many names (terms) and how many concepts \
            occur. A name occurs where its words stand side by side, in any of their forms, in a provision, a heading \
            or a title of that language.
            """)

    @Argument(help: "Files and folders of laws.")
    var paths: [String]

    @Option(help: "Only these languages, separated by commas.")
    var lang: String?

    @Flag(help: "List every name that occurs, with up to three places.")
    var verbose = false

    @Flag(help: "List names that never occur, and frequent words of provisions on the domain that no name holds.")
    var missing = false

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if paths.isEmpty { throw ValidationError("Name at least one file or folder of laws.") }
    }

    func run() throws {
        let thesaurus = try Thesaurus(.complete)
        let wanted = lang.map { $0.split(separator: ",").map { $0.lowercased() } }
        if let unknown = wanted?.first(where: { !thesaurus.languages.contains($0) && $0 != "mul" }) {
            let known = thesaurus.languages.joined(separator: ", ")
            throw ValidationError("The thesaurus has no names in \"\(unknown)\"; it has \(known).")
        }
        var attestation = ThesaurusAttestation(thesaurus: thesaurus, wantsCandidates: missing || json)
        let skipped = try read(into: &attestation, wanted)
        var report = attestation.report()
        if let wanted { report.languages.removeAll { !wanted.contains($0.tag) } }
        if json {
            Console.line(try JSONText.text(report.languages.map(AttestationDocument.init)))
            return
        }
        AttestationListing(report: report, listsPlaces: verbose, listsMissing: missing).print()
        for reason in skipped { Console.line("skipped: \(reason)") }
    }

    /// Counts names in all laws; gives back why files were left out.
    private func read(into attestation: inout ThesaurusAttestation, _ wanted: [String]?) throws -> [String] {
        let walk = try SourceWalk(paths: paths)
        var skipped = walk.skipped.map { "\($0.path): \($0.reason)" }
        let reader = LegislationReader()
        var law: Law?
        var number = 0
        var texts = 0
        for (place, file) in walk.files.enumerated() {
            do {
                try reader.read(
                    URL(fileURLWithPath: file.path),
                    onLaw: { announced in
                        law = announced
                        number += 1
                        count(announced.title, of: announced, number, "title", wanted, &attestation)
                    },
                    onProvision: { provision in
                        guard let law else { return }
                        texts += 1
                        if texts % 2000 == 0 {
                            Console.progress("\(place)/\(walk.files.count) files, \(texts) provisions")
                        }
                        let heading = (provision.path + [provision.heading ?? ""]).joined(separator: "\n")
                        count(
                            heading + "\n" + provision.text, of: law, number,
                            provision.externalID ?? provision.eId, wanted, &attestation)
                    })
            } catch let error as LegislationReadError {
                skipped.append(error.description)
            }
        }
        Console.clearProgress()
        return skipped
    }

    private func count(
        _ text: String, of law: Law, _ number: Int, _ id: String, _ wanted: [String]?,
        _ attestation: inout ThesaurusAttestation
    ) {
        var language = law.language.primary
        if language == "und" { language = LanguageDetector.detect(text, hint: nil).first?.language ?? "und" }
        if let wanted, !wanted.contains(language), !wanted.contains("mul") { return }
        attestation.add(text, language: language, law: number) {
            id.contains("#") ? id : "\(law.expression)#\(id)"
        }
    }
}
