import Foundation

/// OpenDocument text: a ZIP archive with its text in `content.xml`.
enum ODTFormat {
    static func read(_ file: SourceFile, into sink: LawSink) throws {
        var archive = try ZIPArchive(file)
        if let manifest = try archive.data(of: "META-INF/manifest.xml"),
            manifest.firstRange(of: Data("encryption-data".utf8)) != nil
        {
            throw file.error(
                .encrypted, "it is encrypted with a password", mend: "save it without a password, then read it again")
        }
        guard let content = try archive.xml("content.xml") else {
            throw file.error(
                .malformed, "it is an OpenDocument archive without its content.xml", mend: "fetch the file again")
        }
        var lists = ODTLists()
        if let styles = try archive.xml("styles.xml") { try lists.learn(from: styles) }
        try lists.learn(from: content)
        var body = ODTBody(lists: lists)
        try body.read(content)
        var text = body.text
        if let meta = try archive.xml("meta.xml") { text.statedTitle = try? DOCXFormat.property("title", of: meta) }
        try text.emit(file, into: sink)
    }
}
