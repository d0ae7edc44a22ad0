import Foundation

/// The line by which a program hands its figures to `benchmarks/run`: `RESULT` and one JSON object.
public enum ResultLine {
    /// Prints the figures at once, also into a pipe.
    ///
    /// - Throws: what the encoder throws, for a figure that is no number.
    public static func print(_ figures: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let line = Data("RESULT ".utf8) + (try encoder.encode(figures)) + Data("\n".utf8)
        try FileHandle.standardOutput.write(contentsOf: line)
    }
}
