/// One line of a page with what its markup says of it; lengths in scalars without white space.
struct HTMLLine {
    var text: String
    /// 1 to 6 for `h1` to `h6`, else 0.
    var level = 0
    var length = 0
    var linked = 0
    var linkedInPage = 0
    var bold = 0
    var struck = 0
    var small = 0
    var isCentered = false
    var isNote = false
    /// Whether bold type begins the line.
    var beginsBold = false
    /// Whether a block, and not a mere line break, begins here.
    var isBlockStart = false

    var isMostlyLinked: Bool { length > 0 && (linked + linkedInPage) * 5 >= length * 4 }
    var isMostlyStruck: Bool { length > 0 && struck * 5 >= length * 4 }
    var isProminent: Bool {
        length > 0 && (isCentered || bold * 10 >= length * 9 || small * 10 >= length * 9)
    }

    /// `1)`, `(a)`, `IV.`, `–`: what numbers or marks the text on the next line.
    var isEnumerator: Bool {
        guard text.utf8.count <= 12, let last = text.unicodeScalars.last, !text.contains("§") else { return false }
        let letters = text.unicodeScalars.filter(\.isAlphabetic).count
        let digits = text.unicodeScalars.filter { Numeral.decimal($0) != nil }.count
        if letters == 0, digits == 0 { return text.unicodeScalars.allSatisfy { "-–—•·*▪".unicodeScalars.contains($0) } }
        return
            (letters <= 2
            || letters <= 4 && Numeral.roman(text.uppercased().unicodeScalars.filter(\.isAlphabetic)) != nil)
            && letters + digits <= 4 && ").:".unicodeScalars.contains(last)
    }
}
