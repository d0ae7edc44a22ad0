import Foundation

/// What is printed, and whether with colours.
enum Console {
    /// Whether standard output is a terminal and the user wants colours (https://no-color.org).
    static let isColored =
        isatty(STDOUT_FILENO) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
        && ProcessInfo.processInfo.environment["TERM"] != "dumb"

    /// Whether progress can be shown on one line that is written again.
    static let showsProgress = isatty(STDERR_FILENO) == 1

    /// Prints a line to standard output.
    static func line(_ text: String = "") { write(text + "\n", to: STDOUT_FILENO) }

    /// Prints an error to standard error.
    static func error(_ text: String) {
        clearProgress()
        write("concord: \(text)\n", to: STDERR_FILENO)
    }

    /// Says something beside the answer, to standard error.
    static func note(_ text: String) {
        clearProgress()
        write(text + "\n", to: STDERR_FILENO)
    }

    /// Shows how far a long command is, over the line before.
    static func progress(_ text: String) {
        if showsProgress { write("\r\u{1B}[K\(text)", to: STDERR_FILENO) }
    }

    /// Takes the progress line away.
    static func clearProgress() {
        if showsProgress { write("\r\u{1B}[K", to: STDERR_FILENO) }
    }

    static func bold(_ text: String) -> String { styled(text, "1") }
    static func dim(_ text: String) -> String { styled(text, "2") }
    static func accent(_ text: String) -> String { styled(text, "36") }

    private static func styled(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    /// Text of any direction within a line that runs from left to right.
    static func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                // Messages that nobody can read do not change what the command does and how it ends.
                if descriptor == STDERR_FILENO { return }
                stop(errno)
            }
            bytes = bytes.dropFirst(written)
        }
    }

    /// Ends the command: quietly when the reader has gone away, as `head` does.
    private static func stop(_ code: Int32) -> Never {
        if code == EPIPE { Foundation.exit(0) }
        let reason = String(cString: strerror(code))
        error("standard output: cannot be written: \(reason). What was printed is not whole.")
        Foundation.exit(EX_IOERR)
    }
}
