/// Dates as sources write them, brought to `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
enum LawDate {
    /// The date in ISO form; nil when the text is no date of the years 1000 to 2999.
    static func normalized(_ text: String?) -> String? {
        guard let text else { return nil }
        var numbers: [[UInt8]] = [[]]
        for byte in text.utf8.prefix(40) {
            if byte.isASCIIDigit {
                numbers[numbers.count - 1].append(byte)
            } else if byte == UInt8(ascii: "T") || byte == UInt8(ascii: " "), numbers.count >= 3 {
                break  // a time of day follows
            } else if numbers.last?.isEmpty == false {
                guard "-./".utf8.contains(byte) || byte == UInt8(ascii: " ") else { return nil }
                numbers.append([])
            } else if byte != UInt8(ascii: " ") {
                return nil
            }
        }
        let parts = numbers.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
        if parts.count == 1, let digits = parts.first, digits.utf8.count == 8 {
            return iso(String(digits.prefix(4)), String(digits.dropFirst(4).prefix(2)), String(digits.suffix(2)))
        }
        guard let first = parts.first, let last = parts.last, parts.count <= 3 else { return nil }
        if first.utf8.count == 4 {
            return iso(first, parts.count > 1 ? parts[1] : nil, parts.count > 2 ? parts[2] : nil)
        }
        return parts.count == 3 && last.utf8.count == 4 ? iso(last, parts[1], first) : nil
    }

    /// The date from a year, and a month and a day where they are known.
    static func iso(_ year: String, _ month: String?, _ day: String?) -> String? {
        guard let year = Int(year), (1000...2999).contains(year) else { return nil }
        guard let month else { return String(year) }
        guard let month = Int(month), (1...12).contains(month) else { return nil }
        let start = "\(year)-\(month < 10 ? "0" : "")\(month)"
        guard let day else { return start }
        guard let day = Int(day), (1...31).contains(day) else { return nil }
        return "\(start)-\(day < 10 ? "0" : "")\(day)"
    }
}
