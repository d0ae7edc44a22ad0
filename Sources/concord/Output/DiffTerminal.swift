import Catalog

/// Two expressions compared, for a terminal: what was removed in red, or in `[-…-]`; what was added in green, or in
/// `{+…+}`. Long stretches that did not change are left out.
struct DiffTerminal {
    private let document: DiffDocument
    private let isColored: Bool

    /// Characters of unchanged text that are shown beside a change.
    private static let context = 160

    init(_ document: DiffDocument, isColored: Bool) {
        self.document = document
        self.isColored = isColored
    }

    var text: String {
        var lines = [
            "--- \(document.from.iri)", "+++ \(document.to.iri)", document.summary,
        ]
        for change in document.changes {
            lines.append("")
            lines.append(styled("\(change.kind.rawValue): \(Console.isolated(change.heading))", "1") + names(change))
            if let earlier = change.earlierHeading { lines.append("   before: " + Console.isolated(earlier)) }
            if let earlier = change.earlierPath {
                lines.append("   before under: " + Console.isolated(earlier.joined(separator: " › ")))
                lines.append("   now under: " + Console.isolated(change.path.joined(separator: " › ")))
            }
            if !change.words.isEmpty { lines.append(words(change.words)) }
        }
        return lines.joined(separator: "\n")
    }

    private func names(_ change: DiffDocument.Change) -> String {
        switch (change.from, change.to) {
        case (let from?, let to?) where from != to: "  #\(from) → #\(to)"
        case (let from?, _): "  #\(from)"
        case (nil, let to?): "  #\(to)"
        case (nil, nil): ""
        }
    }

    private func words(_ runs: [WordRun]) -> String {
        var text = ""
        for (place, run) in runs.enumerated() {
            switch run.kind {
            case .removed: text += isColored ? styled(run.text, "31;9") : "[-\(run.text)-]"
            case .added: text += isColored ? styled(run.text, "32") : "{+\(run.text)+}"
            case .kept: text += kept(run.text, isFirst: place == 0, isLast: place == runs.count - 1)
            }
        }
        return text
    }

    private func kept(_ text: String, isFirst: Bool, isLast: Bool) -> String {
        let limit = Self.context
        if isFirst { return text.count > limit ? "… " + text.suffix(limit) : text }
        if isLast { return text.count > limit ? text.prefix(limit) + " …" : text }
        return text.count > 2 * limit ? text.prefix(limit) + " … " + text.suffix(limit) : text
    }

    private func styled(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
