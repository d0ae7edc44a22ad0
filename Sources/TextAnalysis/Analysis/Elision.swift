/// Articles, prepositions and pronouns that French, Italian, Catalan and their like write before an apostrophe. They are
/// cut off in every language, because a French name in an English law is searched by its bare word too.
enum Elision {
    private static let prefixes: Set<String> = [
        "c", "d", "j", "l", "m", "n", "s", "t", "v", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu",
        "all", "dall", "dell", "nell", "sull", "coll", "pell", "un", "nessun", "ciascun", "quest", "quell", "bell",
        "sant", "anch", "cos", "dov", "com", "tutt", "senz", "degl", "agl", "dagl", "negl", "sugl", "gl", "ch",
    ]
    private static let longest = 7

    /// Whether the bytes are such a prefix, in any case.
    static func isPrefix(_ text: UTF8Text, _ start: Int, _ end: Int) -> Bool {
        guard end > start, end - start <= longest else { return false }
        var lowered: [UInt8] = []
        for index in start..<end {
            guard ASCIIWord.isAlphanumeric(text[index]) else { return false }
            lowered.append(text[index] | 0x20)
        }
        return prefixes.contains(String(decoding: lowered, as: UTF8.self))
    }
}
