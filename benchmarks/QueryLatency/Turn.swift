import Foundation

/// Taking turns with other programs, so that each meets the machine as fast or as slow as it is for all.
enum Turn {
    /// Says that the next round is ready, and waits until it may begin.
    static func wait() {
        FileHandle.standardOutput.write(Data("TURN\n".utf8))
        _ = readLine()
    }
}
