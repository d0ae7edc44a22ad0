import Foundation
import Legislation
import Publishers

/// What `concord fetch --json` prints. The names here are what README.md promises.
struct FetchDocument: Encodable {
    struct Source: Encodable {
        var id: String
        var country: String
        var language: String
        var failure: String?
        var documents: [Document]

        init(_ source: FetchReport.Source, _ store: DocumentStore) {
            id = source.source.id
            country = source.source.state.code
            language = source.source.language.tag
            failure = source.failure?.description
            documents = source.documents.map { Document($0, store) }
        }
    }

    struct Document: Encodable {
        var address: String
        var file: String
        var outcome: String
        var status: Int?
        var bytes: Int
        var attempts: Int
        var sha256: String?
        var reason: String?

        init(_ document: FetchReport.Document, _ store: DocumentStore) {
            address = document.document.address.text
            file = store.filePath(document.document)
            outcome = document.outcome.word
            status = document.status
            bytes = document.bytes
            attempts = document.attempts
            sha256 = store.provenance(document.document)?.sha256
            reason = document.outcome.failure?.description
        }
    }

    var sources: [Source]
}

/// What `concord fetch --dry-run --json` prints of a source.
struct FetchPlanDocument: Encodable {
    struct Address: Encodable {
        var address: String
        var isStored: Bool
    }

    var source: String
    var country: String
    var language: String
    var publisher: String
    var licence: String
    var addresses: [Address]
    var list: String?
    var links: String?

    init(source: LawSource, addresses: [Address] = [], list: String? = nil, links: String? = nil) {
        self.source = source.id
        country = source.state.code
        language = source.language.tag
        publisher = source.publisher
        licence = source.licence
        self.addresses = addresses
        self.list = list
        self.links = links
    }
}
