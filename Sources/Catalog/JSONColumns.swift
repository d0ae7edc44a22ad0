import Foundation
import Legislation

/// The headings above a provision as a JSON array of strings; NULL when there are none.
///
/// Remembers the last value both ways: the provisions of a chapter stand together and share it.
struct PathColumn {
    private var lastPath: [String] = []
    private var lastText: String?

    mutating func encode(_ path: [String]) throws -> String? {
        if path == lastPath { return lastText }
        let text = path.isEmpty ? nil : String(decoding: try JSONEncoder().encode(path), as: UTF8.self)
        (lastPath, lastText) = (path, text)
        return text
    }

    /// nil when `text` is not a JSON array of strings.
    mutating func decode(_ text: String?) -> [String]? {
        if text == lastText { return lastPath }
        guard let text else { return [] }
        guard let path = try? JSONDecoder().decode([String].self, from: Data(text.utf8)) else { return nil }
        (lastPath, lastText) = (path, text)
        return path
    }
}

/// Obligation tags of a model text as JSON; NULL when there are none.
enum TagsColumn {
    static func encode(_ tags: [ObligationTag]) throws -> String? {
        guard !tags.isEmpty else { return nil }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(tags), as: UTF8.self)
    }

    /// nil when `text` is not a JSON array of tags.
    static func decode(_ text: String?) -> [ObligationTag]? {
        guard let text else { return [] }
        return try? JSONDecoder().decode([ObligationTag].self, from: Data(text.utf8))
    }
}
