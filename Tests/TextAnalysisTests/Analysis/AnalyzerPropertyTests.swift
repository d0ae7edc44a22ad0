import Foundation
import TestSupport
import Testing

@testable import TextAnalysis

@Suite("What holds for every text")
struct AnalyzerPropertyTests {
    static let languages = ["root", "en", "fr", "tr", "ar", "ja", "zh", "th", "ko", "uk", "vi", "de"]

    static let alphabet: [String] = [
        "a", "B", "é", "İ", "ı", "ß", "1", "2", ".", ",", "'", "’", "_", "-", " ", "\n", "l'", "d’", "U.S.", "1,000",
        "½",
        "℃", "ﷺ", "㍿", "㋀", "漢", "字", "國", "か", "ガ", "ｶﾞ", "ー", "ไ", "ท", "ำ", "้", "ກ", "ខ", "្", "မ", "ဲ", "한", "제",
        "조", "\u{1112}\u{1161}", "ا", "أ", "ـ", "َ", "\u{200C}", "\u{200B}", "\u{AD}", "\u{301}", "🇩🇪", "👩‍🔬", "ש״ח", "ж",
        "ё",
        "क्ष", "\u{E0100}", "𠮷", "ﬃ", "col·l", "\u{3099}", "\u{30A}",
    ]

    private func randomText(_ generator: inout SeededGenerator, pieces: Int) -> String {
        (0..<pieces).map { _ in Self.alphabet.randomElement(using: &generator) ?? "" }.joined()
    }

    private func check(_ buffer: TokenBuffer, _ bytes: [UInt8], _ context: @autoclosure () -> String) -> Bool {
        var last: UInt32 = 0
        for record in buffer.records {
            let start = Int(record.start)
            let end = Int(record.end)
            guard start < end, end <= bytes.count, record.termLength > 0, record.position >= last,
                record.position < buffer.positionCount,
                Int(record.termOffset) + Int(record.termLength) <= buffer.termBytes.count
            else { return false }
            guard bytes[start] & 0xC0 != 0x80, end == bytes.count || bytes[end] & 0xC0 != 0x80 else { return false }
            last = record.position
            let offset = Int(record.termOffset)
            guard String(validating: buffer.termBytes[offset..<(offset + Int(record.termLength))], as: UTF8.self) != nil
            else { return false }
        }
        for form in TokenBuffer.Form.allCases {
            let starts = buffer.records.filter { $0.form == form }.map(\.start)
            guard zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) else { return false }
        }
        return true
    }

    @Test("ranges lie in order, inside the text, on scalar boundaries; terms are UTF-8", arguments: languages)
    func ranges(_ language: String) {
        var generator = SeededGenerator(seed: 1540)
        let analyzer = Analyzer(language: language)
        for _ in 0..<400 {
            let text = randomText(&generator, pieces: 40)
            var buffer = TokenBuffer()
            analyzer.analyze(text, into: &buffer)
            #expect(check(buffer, Array(text.utf8), text), "\(text.debugDescription)")
        }
    }

    @Test("the exact form does not depend on the language")
    func exactIsNeutral() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<100 {
            let text = randomText(&generator, pieces: 30)
            let reference = exact(text, "root")
            for language in Self.languages { #expect(exact(text, language) == reference, "\(text.debugDescription)") }
        }
    }

    @Test("analysis of two texts parted by a line is the analysis of their whole", arguments: languages)
    func concatenation(_ language: String) {
        var generator = SeededGenerator(seed: 99)
        let analyzer = Analyzer(language: language)
        for _ in 0..<200 {
            let first = randomText(&generator, pieces: 12)
            let second = randomText(&generator, pieces: 12)
            var apart = TokenBuffer()
            analyzer.analyze(first, into: &apart)
            let count = apart.records.count
            analyzer.analyze(second, into: &apart)
            var whole = TokenBuffer()
            analyzer.analyze(first + "\n" + second, into: &whole)
            #expect(apart.records.map { apart.term(of: $0) } == whole.records.map { whole.term(of: $0) })
            #expect(apart.records.map(\.position) == whole.records.map(\.position))
            let shift = UInt32(first.utf8.count + 1)
            let starts = apart.records.enumerated().map { $0 < count ? $1.start : $1.start + shift }
            #expect(starts == whole.records.map(\.start))
        }
    }

    @Test("random bytes never trap and separate words", arguments: languages)
    func randomBytes(_ language: String) {
        var generator = SeededGenerator(seed: 3)
        let analyzer = Analyzer(language: language)
        for round in 0..<600 {
            var bytes = (0..<64).map { _ in UInt8.random(in: 0...255, using: &generator) }
            if round % 2 == 0 {
                bytes = Array(randomText(&generator, pieces: 20).utf8)
                for _ in 0..<4 where !bytes.isEmpty {
                    bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
                        in: 0...255, using: &generator)
                }
            }
            var buffer = TokenBuffer()
            bytes.withUnsafeBufferPointer { analyzer.analyze($0, into: &buffer) }
            let inside = buffer.records.allSatisfy { $0.start < $0.end && Int($0.end) <= bytes.count }
            #expect(inside)
        }
        var buffer = TokenBuffer()
        let broken: [UInt8] = Array("nuclear".utf8) + [0xFF] + Array("export".utf8) + [0xE3, 0x81]
        broken.withUnsafeBufferPointer { analyzer.analyze($0, into: &buffer) }
        let found = buffer.records.filter { $0.form == .exact }.map { buffer.term(of: $0) }
        #expect(found == ["nuclear", "export"])
    }

    @Test("the cache changes nothing: a used analyzer gives what a new one gives")
    func cacheIsTransparent() {
        var generator = SeededGenerator(seed: 5)
        let used = Analyzer(language: "fr")
        for _ in 0..<300 {
            let text = randomText(&generator, pieces: 30)
            var first = TokenBuffer()
            used.analyze(text, into: &first)
            let second = analyzed(text, "fr")
            #expect(first.records.map { first.term(of: $0) } == second.records.map { second.term(of: $0) })
        }
    }

    @Test("equal numbers of words mean equal forms and terms, from text to text", arguments: ["fr", "ko", "ja"])
    func wordNumbers(language: String) {
        var generator = SeededGenerator(seed: 11)
        let analyzer = Analyzer(language: language)
        #expect(analyzer.vocabulary != Analyzer(language: language).vocabulary)
        var meanings: [UInt32: String] = [:]
        var numbered = 0
        for _ in 0..<300 {
            var buffer = TokenBuffer()
            analyzer.analyze(randomText(&generator, pieces: 30), into: &buffer)
            for record in buffer.records where record.word != 0 {
                let meaning = "\(record.form) \(buffer.term(of: record))"
                #expect(meanings[record.word] ?? meaning == meaning)
                meanings[record.word] = meaning
                numbered += 1
            }
        }
        // Most were met before.
        #expect(numbered > meanings.count * 2)
    }

    @Test("more words than wait at once come in the order of the text, whatever stands between them")
    func order() {
        var expected: [String] = []
        var text = ""
        for number in 0..<200 {
            switch number % 7 {
            case 3:
                text += "l'acte\(number) "
                expected += ["l", "acte\(number)"]
            case 5:
                text += "ab\(number).cd "
                expected += ["ab\(number)", "cd"]
            default:
                text += "mot\(number)é "
                expected.append("mot\(number)é")
            }
        }
        #expect(exact(text, "fr") == expected)
        let positions = analyzed(text, "fr").records.filter { $0.form == .exact }.map(\.position)
        #expect(positions == (0..<UInt32(expected.count)).map { $0 })
    }

    @Test("a cache that overflows forgets and goes on")
    func cacheOverflow() {
        let cache = TermCache(largestSlotCount: 1 << 12)
        for number in 0..<20_000 {
            let key = Array("word\(number)".utf8)
            let exact = Array("exact\(number)".utf8)
            let stem = number % 2 == 0 ? exact : Array("stem\(number)".utf8)
            let hash = TermCache.hash(key, key.count)
            #expect(cache.find(key, key.count, hash: hash) == nil)
            _ = cache.insert(key, key.count, hash: hash, exact: exact, stem: stem)
            let entry = cache.find(key, key.count, hash: hash)
            #expect(entry.map { Array(cache.terms(of: $0)) } == (number % 2 == 0 ? exact : exact + stem))
            #expect(entry.map { Int($0.number) } == number + 1)
            #expect(cache.used <= 3 << 10)
        }
    }

    @Test("an empty text has no tokens")
    func empty() {
        #expect(analyzed("").records.isEmpty)
        #expect(analyzed(" ,.;_'\u{200B}ـ").records.isEmpty)
    }

    @Test("analyzers on several threads agree")
    func threads() async {
        let text = Self.alphabet.joined(separator: " ") + " l'exportation 輸出管理 วัสดุ"
        let reference = exact(text, "fr") + stems(text, "fr")
        await withTaskGroup(of: [String].self) { group in
            for _ in 0..<8 { group.addTask { exact(text, "fr") + stems(text, "fr") } }
            for await found in group { #expect(found == reference) }
        }
    }

    @Test("what holds for random text holds for real laws", .enabled(if: sharedFolder != nil, "needs the shared laws"))
    func realText() {
        let analyzers = ["en", "zh", "tr"].map { Analyzer(language: $0) }
        var buffer = TokenBuffer()
        for law in realLaws(limit: 40_000) {
            for analyzer in analyzers {
                buffer.removeAll()
                law.bytes.withUnsafeBufferPointer { analyzer.analyze($0, into: &buffer) }
                #expect(check(buffer, law.bytes, law.name), "\(law.name) in \(analyzer.language)")
                #expect(!buffer.records.isEmpty || law.bytes.isEmpty)
            }
        }
    }

    @Test(
        "texts made to be slow or deep are analysed to their end",
        arguments: [
            "字", "かﾞ", "ก", "ก้", "a.", "l'", "1,000,", "a\u{301}", "\u{301}", "_a", "제1조", "½", "ﷺ", "👩‍", "🇩", "a'",
            "ש\"",
        ])
    func hostileRepetition(_ piece: String) {
        let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
        for language in ["root", "th", "ko", "tr"] {
            #expect(check(analyzed(text, language), Array(text.utf8), piece))
        }
    }
}
