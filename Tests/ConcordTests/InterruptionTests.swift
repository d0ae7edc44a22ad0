import Foundation
import Testing

@Suite("Being stopped in the middle", .serialized)
struct InterruptionTests {
    /// Laws that are committed before a run is stopped.
    private static let before = 0..<10
    private static let after = 10..<150

    /// What must hold once a stopped run has been repeated.
    private func expectWhole(_ files: LawFiles, _ place: String) throws {
        let again = try Program.run("index", "--index", files.index, files.laws)
        #expect(again.status == 0, "\(place): \(again.errors)")
        let verify = try Program.run("verify", "--index", files.index)
        #expect(verify.status == 0, "\(place): \(verify.output)\(verify.errors)")
        #expect(!verify.output.contains("behind"), "\(place)")
        let laws = Self.after.upperBound
        #expect(verify.output.contains("sound: \(laws) laws, \(laws * 5) provisions"), "\(place): \(verify.output)")
        for law in [0, 9, 10, 149] {
            let found = try Program.run("search", "--index", files.index, "ledger\(law)")
            #expect(found.output.contains("5 of 5 provisions"), "\(place): law \(law): \(found.output)")
        }
    }

    @Test("killed at any moment: nothing committed is lost, and the next run goes on")
    func killed() throws {
        let model = try LawFiles()
        try model.writeLaws(0..<Self.after.upperBound)
        let started = Date()
        #expect(try Program.run("index", "--index", model.index, model.laws).status == 0)
        let duration = Date().timeIntervalSince(started)

        let moments = 10
        var killed = 0
        for moment in 0..<moments {
            let files = try LawFiles()
            try files.writeLaws(Self.before)
            // At some moments the very first run is the one that is stopped.
            let isFirst = moment % 3 == 0
            if !isFirst { #expect(try Program.run("index", "--index", files.index, files.laws).status == 0) }
            try files.writeLaws(Self.after)
            let running = try Program.Running(Program.path, ["index", "--index", files.index, files.laws])
            Thread.sleep(forTimeInterval: duration * (Double(moment) + 0.5) / Double(moments))
            running.kill9()
            if try running.finish().isKilled { killed += 1 }
            let place = "killed after \(moment) tenths"
            if !isFirst {
                let verify = try Program.run("verify", "--index", files.index)
                #expect(verify.status == 0, "\(place): \(verify.output)\(verify.errors)")
                let found = try Program.run("search", "--index", files.index, "ledger9")
                #expect(found.output.contains("5 of 5 provisions"), "\(place): \(found.errors)")
            }
            try expectWhole(files, place)
        }
        #expect(killed > 0, "no run was caught in the middle")
    }

    @Test(
        "no room at any moment: a clear error, what was committed stays, and the next run goes on",
        arguments: [8, 40, 64, 100, 120, 160, 200, 240])
    func fileSizeLimit(kibibytes: Int) throws {
        let files = try LawFiles()
        let isFirst = kibibytes < 150
        if !isFirst {
            try files.writeLaws(Self.before)
            #expect(try Program.run("index", "--index", files.index, files.laws).status == 0)
        }
        try files.writeLaws(0..<Self.after.upperBound)
        // A limit on the size of each file, for which no rights are needed; bash counts in kibibytes.
        let script = "trap '' XFSZ; ulimit -f \(kibibytes); exec \"$0\" index --index \"$1\" \"$2\""
        let result = try Program.run("/bin/bash", ["-c", script, Program.path, files.index, files.laws])
        let place = "\(kibibytes) KiB"
        #expect(result.status == 74, "\(place): \(result.status) \(result.output)\(result.errors)")
        #expect(!result.isKilled)
        #expect(result.errors.contains(files.index))
        if !isFirst {
            let verify = try Program.run("verify", "--index", files.index)
            #expect(verify.status == 0, "\(place): \(verify.output)\(verify.errors)")
            let found = try Program.run("search", "--index", files.index, "ledger9")
            #expect(found.output.contains("5 of 5 provisions"), "\(place): \(found.errors)")
        }
        try expectWhole(files, place)
    }

    @Test("the disk full at any moment", .enabled(if: SmallDisk.canMount, "file systems cannot be mounted here"))
    func diskFull() throws {
        var full = 0
        for kibibytes in [96, 160, 224, 288, 352, 416, 480] {
            let files = try LawFiles()
            let disk = try SmallDisk(at: files.root + "/disk", kibibytes: kibibytes)
            try files.writeLaws(0..<60)
            let index = disk.path + "/index"
            let result = try Program.run("index", "--index", index, files.laws)
            if result.status != 0 {
                full += 1
                #expect(result.status == 74, "\(kibibytes) KiB: \(result.errors)")
                #expect(result.errors.contains("room") || result.errors.contains("full"), "\(result.errors)")
            }
            try disk.grow()
            #expect(try Program.run("index", "--index", index, files.laws).status == 0)
            let verify = try Program.run("verify", "--index", index)
            #expect(verify.output.contains("sound: 60 laws, 300 provisions"), "\(verify.output)\(verify.errors)")
        }
        #expect(full > 0, "no disk was too small")
    }
}

/// A file system in memory, of a few kibibytes, unmounted with this object.
private final class SmallDisk {
    let path: String

    /// Whether this process may mount: root with its rights, as not every container has.
    static let canMount: Bool = {
        guard geteuid() == 0 else { return false }
        let path = NSTemporaryDirectory() + "concord-mount-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        return (try? SmallDisk(at: path, kibibytes: 64)) != nil
    }()

    init(at path: String, kibibytes: Int) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Self.mount(["-t", "tmpfs", "-o", "size=\(kibibytes)k", "none", path])
    }

    deinit { _ = try? Program.run("/bin/umount", [path]) }

    func grow() throws { try Self.mount(["-o", "remount,size=64m", path]) }

    private static func mount(_ arguments: [String]) throws {
        guard try Program.run("/bin/mount", arguments).status == 0 else { throw CocoaError(.fileWriteNoPermission) }
    }
}
