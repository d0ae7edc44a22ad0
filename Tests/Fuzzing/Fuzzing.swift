import CFuzzer
import Foundation

/// Feeds readers with inputs that libFuzzer makes up, guided by which code they reach.
///
/// `Fuzzing NAME [libFuzzer's options and folders]`, see `scripts/fuzz`. What crashes, hangs or throws an error without
/// a mend is written by libFuzzer to a file and becomes a test.
@main
struct Fuzzing {
    static func main() {
        var arguments = CommandLine.arguments
        guard arguments.count > 1, let subject = FuzzSubject(rawValue: arguments.remove(at: 1)) else {
            let names = FuzzSubject.allCases.map(\.rawValue).joined(separator: ", ")
            FileHandle.standardError.write(Data("usage: Fuzzing SUBJECT [options]; subjects: \(names)\n".utf8))
            exit(64)
        }
        FuzzSubject.chosen = subject
        subject.prepare()
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var count = Int32(arguments.count)
        let status = pointers.withUnsafeMutableBufferPointer { buffer in
            var start = buffer.baseAddress
            return withUnsafeMutablePointer(to: &start) { slot in
                slot.withMemoryRebound(to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?.self, capacity: 1) {
                    cfuzzer_run(&count, $0) { bytes, length in
                        FuzzSubject.chosen.take(bytes.map { Data(bytes: $0, count: length) } ?? Data())
                        return 0
                    }
                }
            }
        }
        exit(status)
    }
}
