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
