/// The characters of a text around a passage, and where it may be cut.
struct PassageCutter {
    /// One character of the text.
    struct Piece {
        var character: Character
        /// UTF-8 range in the text.
        var start: Int
        var end: Int
        var columns: Int
        var isSpace: Bool
    }

    /// How well a place suits for a cut.
    enum Strength: Int, Comparable {
        case none, word, clause, sentence

        static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    }

    private(set) var pieces: [Piece] = []
    /// Whether the pieces begin and end with the text.
    private(set) var reachesStart = false
    private(set) var reachesEnd = false
    private var tokenStarts: Set<Int> = []

    /// A grapheme cluster longer than this in bytes counts as wide as it is long: it is noise, not writing.
    private static let longestCharacter = 128

    /// The characters of `text` (contiguous UTF-8) that lie in `region`, and the token starts known there.
    init(_ text: String, region: Range<Int>, tokenStarts: some Sequence<Int>) {
        let length = text.utf8.count
        let start = PassageCutter.safeStart(text, region.lowerBound)
        var offset = start
        for character in text[text.utf8.index(text.startIndex, offsetBy: start)...] {
            if offset >= region.upperBound { break }
            let bytes = character.utf8.count
            if offset >= region.lowerBound {
                let isSpace = character.isWhitespace || character.unicodeScalars.first.map(QueryText.isSpace) == true
                let width = isSpace ? 1 : DisplayWidth.of(character)
                pieces.append(
                    Piece(
                        character: character, start: offset, end: offset + bytes,
                        columns: bytes > PassageCutter.longestCharacter ? bytes : width,
                        isSpace: isSpace && bytes <= PassageCutter.longestCharacter))
            }
            offset += bytes
        }
        reachesStart = (pieces.first?.start ?? 0) == 0
        reachesEnd = (pieces.last?.end ?? length) == length
        for token in tokenStarts where region.contains(token) { self.tokenStarts.insert(token) }
    }

    /// How well the text may be cut before the piece at `place`.
    func strength(before place: Int) -> Strength {
        if place == 0 { return reachesStart ? .sentence : .none }
        if place == pieces.count { return reachesEnd ? .sentence : .none }
        let next = pieces[place]
        if next.isSpace || PassageCutter.closers.contains(next.character) || isMark(next.character) { return .none }
        var newlines = 0
        var back = place - 1
        let hasGap = pieces[back].isSpace
        if place > 1, PassageCutter.joiners.contains(pieces[back].character), isWordCharacter(next.character),
            isWordCharacter(pieces[back - 1].character)
        {
            return .none
        }
        while back > 0, pieces[back].isSpace || PassageCutter.closers.contains(pieces[back].character) {
            if pieces[back].character.isNewline { newlines += 1 }
            back -= 1
        }
        if newlines > 1 { return .sentence }
        let mark = pieces[back].character
        if PassageCutter.fullStops.contains(mark) { return .sentence }
        if PassageCutter.fullCommas.contains(mark) { return .clause }
        guard hasGap else {
            let isWord = tokenStarts.contains(next.start) || isIdeographic(next.character) || !isWordCharacter(mark)
            return isWord ? .word : .none
        }
        if mark == "." { return strengthOfPeriod(at: back, next: next.character) }
        if PassageCutter.stops.contains(mark) { return .sentence }
        return newlines > 0 || PassageCutter.commas.contains(mark) ? .clause : .word
    }

    /// A period ends a sentence, unless it looks like that of an abbreviation (`Art. 5`, `No. X`, `S. Smith`).
    private func strengthOfPeriod(at place: Int, next: Character) -> Strength {
        if next.isLowercase || next.isNumber { return .word }
        var letters = 0
        while place - letters > 0, letters < 4, pieces[place - letters - 1].character.isLetter { letters += 1 }
        return letters == 1 ? .word : letters < 4 ? .clause : .sentence
    }

    private func isWordCharacter(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    private func isMark(_ character: Character) -> Bool {
        PassageCutter.stops.contains(character) || PassageCutter.commas.contains(character) || character == "."
            || PassageCutter.fullStops.contains(character) || PassageCutter.fullCommas.contains(character)
    }

    private func isIdeographic(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { $0.properties.isIdeographic || (0x3040...0x30FF).contains($0.value) }
            ?? false
    }

    /// Signs that stand within words and numbers (`суб’єкт`, `S/RES/1540`, `1,000`).
    private static let joiners: Set<Character> = ["'", "’", "ʼ", "-", "‐", "‑", "_", "/", ".", ",", ":", "·"]
    private static let closers: Set<Character> = [
        "\"", "'", "”", "’", "»", ")", "]", "）", "」", "』", "》", "】", "〉", "＂",
    ]
    private static let fullStops: Set<Character> = ["。", "！", "？", "｡", "।", "॥", "።", "၊", "။", "།"]
    private static let fullCommas: Set<Character> = ["，", "；", "：", "、", "፣"]
    private static let stops: Set<Character> = ["!", "?", "؟", "۔", "…"]
    private static let commas: Set<Character> = [";", ":", ",", "،", "؛"]

    /// A character boundary at or before `offset`, near it where one is plain (between two ASCII signs or two Han
    /// characters, which never form one character), else the beginning.
    private static func safeStart(_ text: String, _ offset: Int) -> Int {
        let found: Int?? = text.utf8.withContiguousStorageIfAvailable { bytes in
            func isHan(_ place: Int) -> Bool {
                // E4 B8 80 to E9 BF BF, which holds U+4E00 to U+9FFF.
                (0xE5...0xE9).contains(bytes[place])
            }
            var place = min(offset, bytes.count - 1)
            let limit = max(3, place - 4096)
            while place >= limit {
                let byte = bytes[place]
                if byte < 0x80, bytes[place - 1] < 0x80, bytes[place - 1] != 0x0D { return place }
                if place + 2 < bytes.count, isHan(place), isHan(place - 3) { return place }
                place -= 1
            }
            return nil
        }
        return (found ?? nil) ?? 0
    }
}
