import Foundation
import Testing

/// The harness itself: it must see what a careless program would lose.
@Suite("What a loss of power leaves of recorded calls")
struct RecordedDiskTests {
    private func left(_ loss: RecordedDisk.Loss, by calls: [FileTrace.Operation]) throws -> [String: String] {
        let folder = NSTemporaryDirectory() + "concord-disk-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var disk = RecordedDisk()
        disk.apply(.makeFolder("."))
        calls.forEach { disk.apply($0) }
        try disk.restore(after: loss, to: folder)
        var found: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            found[name] = String(
                decoding: FileManager.default.contents(atPath: folder + "/" + name) ?? Data(), as: UTF8.self)
        }
        return found
    }

    private func write(_ path: String, _ text: String, at offset: Int = 0) -> FileTrace.Operation {
        .write(path, offset: offset, bytes: Data(text.utf8))
    }

    @Test("a killed process loses nothing it wrote")
    func process() throws {
        #expect(try left(.process, by: [.create("a"), write("a", "one"), write("a", "two", at: 3)]) == ["a": "onetwo"])
    }

    @Test("content is there once the file is synchronised, its name once the folder is")
    func power() throws {
        let written: [FileTrace.Operation] = [.create("a"), write("a", "one"), .synchronize("a")]
        #expect(try left(.power, by: written) == [:])
        #expect(try left(.power, by: written + [.synchronize(".")]) == ["a": "one"])
        #expect(try left(.power, by: [.create("a"), write("a", "one"), .synchronize(".")]) == ["a": ""])
    }

    @Test("a rename before the content is synchronised leaves an empty file where the old one was")
    func renamed() throws {
        let old: [FileTrace.Operation] = [.create("a"), write("a", "old"), .synchronize("a"), .synchronize(".")]
        let careless = old + [.create("b"), write("b", "new"), .rename("b", to: "a")]
        #expect(try left(.powerNamesFirst, by: careless) == ["a": ""])
        #expect(try left(.power, by: careless) == ["a": "old"])
        let careful = old + [.create("b"), write("b", "new"), .synchronize("b"), .rename("b", to: "a")]
        #expect(try left(.powerNamesFirst, by: careful) == ["a": "new"])
        #expect(try left(.power, by: careful) == ["a": "old"])
        #expect(try left(.power, by: careful + [.synchronize(".")]) == ["a": "new"])
    }

    @Test("a removed name comes back unless the folder is synchronised")
    func removed() throws {
        let calls: [FileTrace.Operation] = [
            .create("a"), write("a", "one"), .synchronize("a"), .synchronize("."), .unlink("a"),
        ]
        #expect(try left(.power, by: calls) == ["a": "one"])
        #expect(try left(.power, by: calls + [.synchronize(".")]) == [:])
    }
}
