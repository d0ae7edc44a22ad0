import Foundation

/// A PDF of lines set in Helvetica at places given in points from the upper left corner of an A4 page.
struct SmallPDF {
    struct Line {
        var x: Double
        var y: Double
        var text: String
        var size = 11.0
    }

    var pages: [[Line]] = []
    /// By page, a picture that fills it: 8 bits of grey a point.
    var pictures: [Int: (width: Int, height: Int, grey: Data)] = [:]
    /// Whether it says that it is encrypted, by a password that nobody has.
    var isEncrypted = false

    /// Sets lines one below the other; gives the place below the last.
    mutating func set(_ lines: [String], x: Double, from y: Double, size: Double = 11, pitch: Double = 14) {
        if pages.isEmpty { pages.append([]) }
        for (index, text) in lines.enumerated() {
            pages[pages.count - 1].append(Line(x: x, y: y + Double(index) * pitch, text: text, size: size))
        }
    }

    var data: Data {
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(4 + $0 * 2) 0 R" }.joined(separator: " "))] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ]
        for (index, lines) in pages.enumerated() {
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
                    + "/Contents \(5 + index * 2) 0 R >>")
            let picture = pictures[index].map { picture in
                "q 595 0 0 842 0 0 cm BI /W \(picture.width) /H \(picture.height) /CS /G /BPC 8 /F /AHx ID "
                    + picture.grey.map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined() + "> EI Q"
            }
            let content =
                ([picture].compactMap(\.self)
                + lines.map { line in
                    "BT /F1 \(line.size) Tf \(line.x) \(842 - line.y) Td (\(Self.escaped(line.text))) Tj ET"
                }).joined(separator: "\n")
            objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
        }
        var file = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { file += String(format: "%010d 00000 n \n", offset) }
        let key = String(repeating: "0", count: 64)
        let lock = "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <\(key)> /U <\(key)> >>"
        file += "trailer << /Size \(objects.count + 1) /Root 1 0 R \(isEncrypted ? lock : "") >>\n"
        file += "startxref\n\(start)\n%%EOF\n"
        return Data(file.utf8)
    }

    private static func escaped(_ text: String) -> String {
        text.utf16.map { unit in
            switch unit {
            case 0x28, 0x29, 0x5C: "\\" + String(UnicodeScalar(UInt8(unit)))
            case 0x20..<0x7F: String(UnicodeScalar(UInt8(unit)))
            case 0x2019: "\\222"
            case 0xA0...0xFF: "\\" + String(unit, radix: 8)
            default: "?"
            }
        }.joined()
    }
}
