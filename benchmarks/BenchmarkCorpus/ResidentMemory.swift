import Foundation

/// The memory of this process.
public enum ResidentMemory {
    /// Resident now, in bytes; the second figure counts only what no file backs.
    public static var now: (all: Int, anonymous: Int) {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        func kibibytes(_ name: String) -> Int {
            let line = text.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
            return line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0
        }
        return (kibibytes("VmRSS:") * 1024, kibibytes("RssAnon:") * 1024)
    }
}
