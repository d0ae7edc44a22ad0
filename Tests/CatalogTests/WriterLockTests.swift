import Catalog
import Foundation
import Testing

@Suite("One writer at a time")
struct WriterLockTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("a second writer is told who holds the lock, and gets it once it is given back")
    func second() throws {
        do {
            let first = try WriterLock(directory: folder.path)
            #expect(throws: CatalogError.locked(file: first.file, holder: getpid())) {
                try WriterLock(directory: folder.path)
            }
            let error = #expect(throws: CatalogError.self) { try Catalog(directory: folder.path, mode: .readWrite) }
            #expect(error?.description.contains("process \(getpid())") == true)
        }
        _ = try WriterLock(directory: folder.path)
    }

    @Test("a writer keeps the lock as long as the catalog lives; readers need none")
    func catalogHoldsIt() throws {
        let writer = try Catalog(directory: folder.path, mode: .readWrite)
        #expect(throws: CatalogError.self) { try WriterLock(directory: folder.path) }
        #expect(try Catalog(directory: folder.path, mode: .readOnly).counts().laws == 0)
        withExtendedLifetime(writer) {}
    }

    @Test("a lock already held can be handed to the catalog")
    func handedOver() throws {
        let lock = try WriterLock(directory: folder.path)
        let catalog = try Catalog(directory: folder.path, mode: .readWrite, lock: lock)
        #expect(try catalog.currentSequence() == 0)
    }

    @Test("what another program left in the lock file does not matter", arguments: ["", "not a number", "-\u{0}\u{1}"])
    func contents(_ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/writer.lock"))
        let lock = try WriterLock(directory: folder.path)
        #expect(try String(contentsOfFile: lock.file, encoding: .utf8) == "\(getpid())\n")
    }

    @Test("no folder, no lock")
    func noFolder() {
        #expect(throws: CatalogError.self) { try WriterLock(directory: "/nonexistent/folder") }
    }

    @Test("a lock that is refused closes no file of anyone else")
    func refusedManyTimes() async throws {
        let lock = try WriterLock(directory: folder.path)
        let path = folder.path
        let failures = await withTaskGroup(of: Int.self) { group in
            group.addTask {
                (0..<3000).count { _ in (try? WriterLock(directory: path)) != nil }
            }
            group.addTask {
                (0..<3000).count { _ in
                    let descriptor = open("/dev/null", O_WRONLY | O_CLOEXEC)
                    return write(descriptor, "x", 1) != 1 || close(descriptor) != 0
                }
            }
            return await group.reduce(0, +)
        }
        #expect(failures == 0)
        withExtendedLifetime(lock) {}
    }

    static let flock = "/usr/bin/flock"

    @Test(
        "a writer that is killed leaves nothing behind",
        .enabled(if: FileManager.default.isExecutableFile(atPath: flock), "flock(1) of util-linux is not installed"))
    func killed() throws {
        let file = folder.path + "/writer.lock"
        let ready = folder.path + "/ready"
        let other = Process()
        other.executableURL = URL(fileURLWithPath: WriterLockTests.flock)
        // --no-fork: the process that is killed is the one that holds the lock.
        other.arguments = ["--no-fork", file, "sh", "-c", "echo > \"$0\"; exec sleep 7200", ready]
        try other.run()
        // Without giving the thread away: hundreds of tests may wait for one.
        while !FileManager.default.fileExists(atPath: ready), other.isRunning { usleep(5_000) }
        #expect(throws: CatalogError.locked(file: file, holder: nil)) { try WriterLock(directory: folder.path) }
        kill(other.processIdentifier, SIGKILL)
        other.waitUntilExit()
        _ = try WriterLock(directory: folder.path)
    }
}
