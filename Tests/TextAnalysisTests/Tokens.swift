import Foundation
import TestSupport
import TextAnalysis

/// Tokens of a text in a form that is easy to compare.
func analyzed(_ text: String, _ language: String = "en") -> TokenBuffer {
    var buffer = TokenBuffer()
    Analyzer(language: language).analyze(text, into: &buffer)
    return buffer
}

func terms(_ text: String, _ language: String = "en", _ form: TokenBuffer.Form) -> [String] {
    let buffer = analyzed(text, language)
    return buffer.records.filter { $0.form == form }.map { buffer.term(of: $0) }
}

func exact(_ text: String, _ language: String = "en") -> [String] { terms(text, language, .exact) }

func stems(_ text: String, _ language: String = "en") -> [String] { terms(text, language, .stem) }

/// What the original text says under each token of a form.
func highlights(_ text: String, _ language: String = "en", _ form: TokenBuffer.Form = .exact) -> [String] {
    let bytes = Array(text.utf8)
    return analyzed(text, language).records.filter { $0.form == form }.map {
        String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
}

/// The folder of real laws, or nil where this machine has none.
let sharedFolder: URL? = SharedInput.exists("legislation") ? SharedInput.folder : nil

/// Texts of real laws, at most `limit` bytes of each file.
func realLaws(limit: Int) -> [(name: String, bytes: [UInt8])] {
    guard let folder = sharedFolder?.appendingPathComponent("legislation"),
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    var laws: [(name: String, bytes: [UInt8])] = []
    for case let file as URL in files where ["md", "txt", "json", "xml", "html"].contains(file.pathExtension) {
        guard let handle = try? FileHandle(forReadingFrom: file) else { continue }
        let data = (try? handle.read(upToCount: limit)) ?? Data()
        try? handle.close()
        laws.append((file.lastPathComponent, Array(String(decoding: data, as: UTF8.self).utf8)))
    }
    return laws.sorted { $0.name < $1.name }
}
