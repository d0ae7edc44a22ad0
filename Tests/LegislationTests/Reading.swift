import Foundation
import Legislation
import TestSupport

/// What reading a text gives: its laws, provisions and report.
struct ReadResult {
    var laws: [Law] = []
    var provisions: [Provision] = []
    var report: ReadReport
}

func read(_ bytes: Data, name: String = "sample", options: ReaderOptions = .init()) throws -> ReadResult {
    var laws: [Law] = []
    var provisions: [Provision] = []
    let report = try LegislationReader(options: options).read(bytes, name: name) {
        laws.append($0)
    } onProvision: {
        provisions.append($0)
    }
    return ReadResult(laws: laws, provisions: provisions, report: report)
}

func read(_ text: String, name: String = "sample", options: ReaderOptions = .init()) throws -> ReadResult {
    try read(Data(text.utf8), name: name, options: options)
}

/// The real laws beside the package; nil where they are missing.
enum SharedFolder {
    static let url: URL? = SharedInput.exists("legislation/manifest.tsv") ? SharedInput.folder : nil
}
