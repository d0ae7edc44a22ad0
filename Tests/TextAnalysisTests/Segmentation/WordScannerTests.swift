import CICU
import Foundation
import Testing

@testable import TextAnalysis

@Suite("Word boundaries of UAX #29")
struct WordScannerTests {
    static let conformance = URL(fileURLWithPath: "/usr/share/unicode/auxiliary/WordBreakTest.txt")
    static let hasConformance = FileManager.default.fileExists(atPath: conformance.path)

    private func boundaries(_ bytes: [UInt8]) -> [Int] {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return [] }
            let text = UTF8Text(base: base, count: buffer.count)
            let scanner = WordScanner()
            var found: [Int] = []
            var index = 0
            while index < text.count {
                index = scanner.segment(text, from: index).end
                found.append(index)
            }
            return found
        }
    }

    @Test(
        "every case of Unicode's WordBreakTest is reproduced",
        .enabled(if: hasConformance, "needs Debian's unicode-data"))
    func reproducesUnicodeTest() throws {
        var cases = 0
        for line in try String(contentsOf: Self.conformance, encoding: .utf8).split(separator: "\n") {
            let line = line.prefix { $0 != "#" }
            guard line.contains("÷") else { continue }
            var bytes: [UInt8] = []
            var expected: [Int] = []
            for item in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
                switch item {
                case "÷": expected.append(bytes.count)
                case "×": break
                default:
                    let value = try #require(UInt32(item, radix: 16))
                    bytes.append(scalar: value)
                }
            }
            #expect(boundaries(bytes) == Array(expected.dropFirst()), "\(line)")
            cases += 1
        }
        #expect(cases > 1800)
    }

    /// ICU 72 differs on purpose: its word rules take the colon out of MidLetter (as CLDR does outside Swedish and
    /// Finnish), and its dictionaries cut Han, Kana, Hangul and complex scripts. Lines with either are left out.
    @Test(
        "real laws are cut as by ICU in scripts without a dictionary",
        .enabled(if: sharedFolder != nil, "needs the shared laws"))
    func agreesWithICU() throws {
        let segmenter = DictionarySegmenter(language: "root")
        var cuts: [Int32] = []
        var compared = 0
        for law in realLaws(limit: 60_000) {
            for line in law.bytes.split(separator: 0x0A) {
                let string = String(decoding: line, as: UTF8.self)
                let needsDictionary = string.unicodeScalars.contains {
                    TextProperties.table[$0.value].needsDictionary || TextProperties.table[$0.value].isHangul
                        || [0x3A, 0xFE55, 0xFF1A].contains($0.value)
                        || TextProperties.table[$0.value].wordBreak == WordBreak.katakana
                        || (0x3040..<0x3100).contains($0.value)
                }
                if needsDictionary { continue }
                let utf16 = Array(string.utf16)
                utf16.withUnsafeBufferPointer { segmenter.segment($0, into: &cuts) }
                let expected = cuts.prefix(segmenter.boundaryCount).map { cut in
                    String(decoding: utf16[..<Int(cut)], as: UTF16.self).utf8.count
                }
                let found = boundaries(Array(string.utf8))
                #expect(found == expected, "\(law.name): \(string.prefix(80))")
                if found != expected { return }
                compared += found.count
            }
        }
        #expect(compared > 100_000)
    }

    @Test("bytes that are no UTF-8 are boundaries and nothing more")
    func survivesInvalidBytes() {
        #expect(boundaries([0x61, 0xFF, 0x62]) == [1, 2, 3])
        #expect(boundaries([0x61, 0xE3, 0x81]) == [1, 2, 3])
        #expect(boundaries([0xC0, 0x80]) == [1, 2])
        #expect(boundaries([0xED, 0xA0, 0x80]) == [1, 2, 3])
    }
}
