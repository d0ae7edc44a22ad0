import Catalog
import Foundation
import Legislation
import ProvisionIndex
import Retrieval

/// How a provision is cited: what a reader needs to find it again and to know how far to trust it.
struct Citation {
    let record: ProvisionRecord
    private var law: Law { record.law.law }

    init(_ record: ProvisionRecord) { self.record = record }

    /// English name of the State.
    var state: String { law.jurisdiction.englishName }

    /// Title of the law, on one line.
    var lawTitle: String { SearchListing.short(law.title, 300) }

    /// Label and heading of the provision, on one line.
    var provision: String {
        SearchListing.short(ProvisionLabel.heading(record.provision, language: record.textLanguage), 200)
    }

    /// Number of the law and year of its enactment, as `no. 20818, 2013`; empty where neither is known.
    var numberAndYear: String {
        [law.number.map { "no. \($0)" }, law.enacted.map { String($0.prefix(4)) }].compactMap(\.self)
            .joined(separator: ", ")
    }

    /// The day of the text, and which day it is.
    var date: String {
        if let day = law.version { return "text of \(day)" }
        if let day = law.inForce { return "in force from \(day)" }
        if let day = law.enacted { return "enacted \(day)" }
        return "date not known"
    }

    var status: String {
        switch law.status {
        case .inForce: "in force"
        case .notYetInForce: "not yet in force"
        case .repealed: "repealed"
        case .unknown: "status not known"
        }
    }

    /// Who stands behind the words.
    var authenticity: String {
        switch law.authenticity {
        case .official: "official text"
        case .unofficialTranslation: "unofficial translation"
        case .model: "model text, not the law of any State"
        case .unknown: "not known whether official"
        }
    }

    /// Where the publisher's copy is read, where that is known and is an address of the web.
    var address: String? {
        guard let url = law.sourceURL, url.hasPrefix("https://") || url.hasPrefix("http://"),
            !url.contains(where: \.isWhitespace)
        else { return nil }
        return url
    }

    /// Name of the file from which the law was read, for texts without an address.
    var file: String { URL(fileURLWithPath: record.law.sourcePath).lastPathComponent }

    /// Address of the source, else the file.
    var source: String { address ?? "address not known; read from \(file)" }

    /// Date, status and authenticity, each once.
    var standing: [String] {
        let saysInForce = law.version == nil && law.inForce != nil && law.status == .inForce
        return saysInForce ? [date, authenticity] : [date, status, authenticity]
    }

    /// Number, language, date, status and authenticity in one line.
    var facts: String {
        ([numberAndYear, record.textLanguage.tag].filter { !$0.isEmpty } + standing).joined(separator: " · ")
    }

    /// The provision in a list of others with the same text.
    var short: String { "\(state), \(SearchListing.short(law.title, 80)), \(record.textLanguage.tag), \(date)" }
}
