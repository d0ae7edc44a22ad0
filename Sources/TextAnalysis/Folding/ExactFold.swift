import CICU

/// The folding of the exact form: NFKC_Casefold, then the orthography that writers of one language treat as one.
///
/// It knows no language, so that a wrong language tag hides nothing:
/// - decimal digits of every script become ASCII digits;
/// - apostrophes (’ ‘ ʼ ʻ ＇) become `'`; Hebrew geresh and gershayim become `'` and `"`;
/// - the Turkic I's (I İ ı i) become `i`; the Turkish stem form starts from the original and keeps them apart;
/// - Arabic: alef forms → ا, ؤ → و, ئ and ى and Persian ی → ي, ة and ه's variants → ه, ک → ك, tatweel, harakat and
///   Koranic marks deleted; the free hamza ء stays. ZWNJ is deleted by NFKC_Casefold;
/// - traditional Han characters become simplified ones (``HanVariants``).
enum ExactFold {
    /// What a character becomes.
    enum Mapping: Hashable {
        case none
        case one(UInt32)
        case several([UInt32])
    }

    /// A table word: 0 for a character that stays, a scalar, ``deleted``, or ``special``.
    typealias Entry = UInt32
    static let deleted: UInt32 = 0x8000_0000
    /// Folds to several characters or interacts with its neighbours: ICU decides on the whole word.
    static let special: UInt32 = 0x4000_0000

    /// A Han character, a sign beside them, or what folds to one: ``hanTable`` has its entry. That table is costly to make (ICU loads all its
    /// transliterators for it), and most questions have no such character.
    static let han: UInt32 = 0x2000_0000

    // Sound to share: immutable tables of plain numbers behind pointers that live as long as the process.
    nonisolated(unsafe) static let table = CodePointTable<Entry>(
        fill: { first, block in
            guard first < 0x30000 || (0xE0000..<0xE1000).contains(first) else {
                for index in block.indices { block[index] = 0 }
                return
            }
            for index in block.indices {
                let scalar = first + UInt32(index)
                block[index] = isHan(scalar) ? han : newEntry(scalar, leavesHan: true)
            }
        }, default: 0)

    nonisolated(unsafe) private static let hanTable = CodePointTable<Entry>(
        fill: { first, block in
            for index in block.indices {
                let scalar = first + UInt32(index)
                if (0x3400..<0x4D00).contains(first) || (0x4E00..<0x9F00).contains(first)
                    || (0x20000..<0x2A600).contains(first)
                {
                    let simplified = HanVariants.simplified(scalar)
                    block[index] = simplified == scalar ? 0 : simplified
                } else {
                    block[index] = table[scalar] == han ? newEntry(scalar, leavesHan: false) : 0
                }
            }
        }, default: 0)

    /// The entry of a character, Han included.
    @inline(__always)
    static func entry(_ scalar: UInt32, _ table: CodePointTable<Entry>) -> Entry {
        let entry = table[scalar]
        return entry == han ? hanTable[scalar] : entry
    }

    /// Where Han characters stand, and the signs in which Chinese variants differ as well.
    private static func isHan(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E80..<0x3040, 0x3100..<0x3300, 0x3400..<0xA000, 0xF900..<0xFB00, 0x20000..<0x30000: true
        default: false
        }
    }

    /// - Parameter leavesHan: whether what is of Han is left to ``hanTable``.
    private static func newEntry(_ scalar: UInt32, leavesHan: Bool) -> Entry {
        if cicu_is_inert(scalar) != 0 {
            let mapped = orthography(scalar)
            return mapped == 0 ? deleted : mapped == scalar ? 0 : mapped
        }
        let (folded, interacts) = casefold(scalar)
        if leavesHan, folded.contains(where: isHan) { return han }
        switch orthography(folded) {
        case .none: return deleted
        case .one(let one) where !interacts: return one == scalar ? 0 : one
        default: return special
        }
    }

    /// What one character becomes, neighbours aside.
    static func mapping(of scalar: UInt32) -> Mapping { orthography(casefold(scalar).folded) }

    /// Whether what a character becomes has a letter or a number, and whether it is of several characters.
    static func expansion(of scalar: UInt32) -> (hasLetterOrNumber: Bool, isOfSeveral: Bool) {
        // Simplified Han characters are letters as much as traditional ones.
        let mapped = casefold(scalar).folded.map { isHan($0) ? $0 : orthography($0) }.filter { $0 != 0 }
        return (mapped.contains(where: isLetterOrNumber), mapped.count > 1)
    }

    static func isLetterOrNumber(_ scalar: UInt32) -> Bool {
        var word: UInt16 = 0
        cicu_text_properties(scalar, 1, &word)
        return word & 1 << 6 != 0
    }

    /// Appends the exact form of a word's bytes to `out`.
    static func fold(_ text: UTF8Text, into out: inout [UInt8]) {
        let table = self.table
        let start = out.count
        var index = 0
        while index < text.count {
            let (scalar, length) = text.decode(at: index)
            let entry = entry(scalar, table)
            if entry == 0 {
                out.append(scalar: scalar)
            } else if entry == special {
                out.removeLast(out.count - start)
                foldByICU(text, into: &out)
                return
            } else if entry != deleted {
                out.append(scalar: entry)
            }
            index += length
        }
        repairArticle(&out, from: start)
    }

    /// Puts the letters of the Arabic article before alef right again: االسلحه becomes الاسلحه.
    ///
    /// Texts taken from PDF often have lam and alef, which are drawn as one sign, in the wrong order. At the beginning
    /// of a word, or behind one of the five prefixes of a letter, no Arabic word has two alefs before lam, so there
    /// the repair is certain; within words it would not be.
    private static func repairArticle(_ out: inout [UInt8], from start: Int) {
        guard out.count - start >= 8, out[start] == 0xD8 || out[start] == 0xD9 else { return }
        var place = start
        // و ف ب ك ل
        let prefixes: [(UInt8, UInt8)] = [(0xD9, 0x88), (0xD9, 0x81), (0xD8, 0xA8), (0xD9, 0x83), (0xD9, 0x84)]
        if prefixes.contains(where: { $0.0 == out[start] && $0.1 == out[start + 1] }) { place += 2 }
        guard out.count - place >= 6, out[place] == 0xD8, out[place + 1] == 0xA7, out[place + 2] == 0xD8,
            out[place + 3] == 0xA7, out[place + 4] == 0xD9, out[place + 5] == 0x84
        else { return }
        (out[place + 2], out[place + 3], out[place + 4], out[place + 5]) = (0xD9, 0x84, 0xD8, 0xA7)
    }

    private static func foldByICU(_ text: UTF8Text, into out: inout [UInt8]) {
        let folded = [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, count in
            let written = cicu_nfkc_casefold(text.base, Int32(clamping: text.count), buffer.baseAddress, 16_384)
            count = max(0, Int(written))
        }
        var previous: UInt32 = 0
        folded.forEachScalar { scalar in
            // Case folding writes İ as i and a combining dot, which has no composed form.
            if scalar == 0x307, previous == 0x69 { return }
            previous = scalar
            let mapped = orthography(scalar)
            if mapped != 0 { out.append(scalar: mapped) }
        }
    }

    private static func casefold(_ scalar: UInt32) -> (folded: [UInt32], interacts: Bool) {
        if scalar == 0x130 { return ([0x69], false) }
        var interacts: Int32 = 0
        var count: Int32 = 0
        let folded = [UInt32](unsafeUninitializedCapacity: 32) { buffer, initialized in
            count = cicu_nfkc_casefold_code_point(scalar, buffer.baseAddress, 32, &interacts)
            initialized = max(0, Int(count))
        }
        return count < 0 ? ([scalar], true) : (folded, interacts != 0)
    }

    private static func orthography(_ scalars: [UInt32]) -> Mapping {
        let mapped = scalars.map { orthography($0) }.filter { $0 != 0 }
        switch mapped.count {
        case 0: return .none
        case 1: return .one(mapped[0])
        default: return .several(mapped)
        }
    }

    /// The orthographic mapping of one case-folded character; 0 where it is deleted.
    static func orthography(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0..<0x80: return scalar
        case 0x131: return 0x69
        case 0x2018, 0x2019, 0x2BB, 0x2BC, 0x5F3: return 0x27
        case 0x5F4: return 0x22
        case 0x0600..<0x0700: return arabic(scalar)
        case _ where isHan(scalar): return HanVariants.simplified(scalar)
        default:
            let digit = cicu_digit_value(scalar)
            return digit >= 0 ? 0x30 + UInt32(digit) : scalar
        }
    }

    private static func arabic(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x622, 0x623, 0x625, 0x671, 0x672, 0x673, 0x675: return 0x627
        case 0x624, 0x676: return 0x648
        case 0x626, 0x649, 0x6CC, 0x6D2, 0x678: return 0x64A
        case 0x629, 0x6C0, 0x6C1, 0x6C2, 0x6C3, 0x6BE, 0x6D5: return 0x647
        case 0x6A9, 0x6AA: return 0x643
        case 0x640, 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED:
            return 0
        case 0x660...0x669: return 0x30 + scalar - 0x660
        case 0x6F0...0x6F9: return 0x30 + scalar - 0x6F0
        default: return scalar
        }
    }
}
