import Foundation
import Testing

@testable import InvertedIndex

@Suite("Files are written whole or not at all")
struct OutputFileTests {
    @Test("A finished file stays, an abandoned one is removed")
    func finishing() throws {
        let directory = try TemporaryDirectory()
        let kept = directory.path + "/kept"
        let file = try OutputFile(path: kept)
        try file.write([1, 2, 3])
        try file.finish()
        #expect(FileManager.default.contents(atPath: kept) == Data([1, 2, 3]))
        let left = directory.path + "/left"
        do {
            let file = try OutputFile(path: left)
            try file.write([1])
        }
        #expect(!FileManager.default.fileExists(atPath: left))
    }

    @Test("What is written comes out, however it is cut, and can be read back before the end")
    func pieces() throws {
        let directory = try TemporaryDirectory()
        let file = try OutputFile(path: directory.path + "/file")
        var expected: [UInt8] = []
        // Around the 2 MiB that are written at once.
        for size in [1, 2 << 20, 0, (2 << 20) - 1, 5 << 20, 700_001, 3] {
            let piece = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ size &+ $0 >> 8) }
            if size.isMultiple(of: 2) {
                try file.write(piece)
            } else {
                try piece.withUnsafeBytes { try file.write($0) }
            }
            expected += piece
            #expect(file.offset == expected.count)
        }
        var read: [UInt8] = []
        try file.readBack(chunk: 1 << 20) { read += $0 }
        #expect(read == expected)
        file.align(to: 64)
        try file.write([7])
        try file.finish()
        expected += [UInt8](repeating: 0, count: (64 - expected.count % 64) % 64) + [7]
        #expect(FileManager.default.contents(atPath: directory.path + "/file") == Data(expected))
    }

    @Test("What cannot be opened for writing is left alone")
    func refusal() throws {
        let directory = try TemporaryDirectory()
        #expect(throws: IndexError.self) { try OutputFile(path: directory.path) }
        #expect(FileManager.default.fileExists(atPath: directory.path))
        #expect(throws: IndexError.self) { try OutputFile(path: directory.path + "/missing/file") }
    }

    @Test("A name is replaced in one step, and nothing is left beside it")
    func replacement() throws {
        let directory = try TemporaryDirectory()
        for content in [[1], [2, 2], []] as [[UInt8]] {
            try DurableDirectory.replace("name", in: directory.path, with: content)
            #expect(FileManager.default.contents(atPath: directory.path + "/name") == Data(content))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["name"])
    }
}
