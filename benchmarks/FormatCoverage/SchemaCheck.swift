import ArgumentParser
import Foundation

/// Files held against an XML schema by `xmllint`.
enum SchemaCheck {
    private static let program = "/usr/bin/xmllint"

    /// What is wrong with each file that is not valid, by path.
    static func faults(in files: [URL], schema: String) throws -> [String: String] {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw ValidationError("there is no \(program); install the Debian package libxml2-utils")
        }
        guard FileManager.default.isReadableFile(atPath: schema) else {
            throw ValidationError("\(schema) cannot be read; name akomantoso30.xsd of the OASIS standard")
        }
        var faults: [String: String] = [:]
        var rest = files[...]
        while !rest.isEmpty {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: program)
            process.arguments = ["--nonet", "--noout", "--huge", "--schema", schema] + rest.prefix(100).map(\.path)
            let said = Pipe()
            process.standardError = said
            try process.run()
            let lines = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            read(lines, rest.prefix(100).map(\.path), &faults)
            rest = rest.dropFirst(100)
        }
        return faults
    }

    /// Each file has a line that says whether it is valid, after those of its faults.
    private static func read(_ lines: String, _ paths: [String], _ faults: inout [String: String]) {
        var valid: Set<String> = []
        var first: [String: String] = [:]
        for line in lines.split(separator: "\n") {
            for path in paths where line.hasPrefix(path) {
                if line == "\(path) validates" {
                    valid.insert(path)
                } else if first[path] == nil {
                    first[path] = String(line)
                }
            }
        }
        for path in paths where !valid.contains(path) { faults[path] = first[path] ?? "it was not validated" }
    }
}
