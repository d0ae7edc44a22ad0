/// Cuts texts that are too long for one provision.
enum TextCutter {
    /// A longer provision is cut in parts, so that a snippet and a length norm still mean something.
    static let provisionLimit = 20_000
    /// Paragraph groups are filled up to here, and not left under a seventh of it where more follows.
    static let groupLimit = 1_500
    static let groupMinimum = 200

    /// Pieces of at most `limit` scalars, cut after a line, else after a sentence, else at a space.
    static func pieces(of text: String, limit: Int) -> [String] {
        guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return [text] }
        var pieces: [String] = []
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        while start != scalars.endIndex {
            let end = cut(scalars, from: start, limit: limit)
            let piece = String(scalars[start..<end]).trimmed
            if !piece.isEmpty { pieces.append(piece) }
            start = end
        }
        return pieces
    }

    /// The provision, or its parts where it is too long for one, each with an eId of its own.
    static func parts(of provision: Provision, _ ids: inout EIdAllocator) -> [Provision] {
        pieces(of: provision.text, limit: provisionLimit).enumerated().map { index, text in
            var part = provision
            part.text = text
            if index > 0 { part.eId = ids.allocate("\(provision.eId)__part_\(index + 1)") }
            return part
        }
    }

    private static func cut(
        _ scalars: String.UnicodeScalarView, from start: String.UnicodeScalarView.Index, limit: Int
    ) -> String.UnicodeScalarView.Index {
        var line: String.UnicodeScalarView.Index?
        var sentence: String.UnicodeScalarView.Index?
        var space: String.UnicodeScalarView.Index?
        var at = start
        var count = 0
        var last: Unicode.Scalar = " "
        while at != scalars.endIndex, count < limit {
            let scalar = scalars[at]
            at = scalars.index(after: at)
            count += 1
            if count > limit / 2 {
                if scalar == "\n" {
                    line = at
                } else if "。．！？".unicodeScalars.contains(scalar) {
                    sentence = at
                } else if scalar.isWhitespace {
                    space = at
                    if ".!?;؟۔।".unicodeScalars.contains(last) { sentence = at }
                }
            }
            last = scalar
        }
        return at == scalars.endIndex ? at : line ?? sentence ?? space ?? at
    }

    /// Lines put together in groups of readable size.
    static func groups(of lines: some Sequence<String>) -> [String] {
        var groups: [String] = []
        var open: [String] = []
        var size = 0
        for line in lines where !line.isEmpty {
            for piece in pieces(of: line, limit: groupLimit) {
                let length = piece.unicodeScalars.count
                if size >= groupMinimum, size + length > groupLimit {
                    groups.append(open.joined(separator: "\n"))
                    open = []
                    size = 0
                }
                open.append(piece)
                size += length
            }
        }
        if !open.isEmpty { groups.append(open.joined(separator: "\n")) }
        return groups
    }
}
