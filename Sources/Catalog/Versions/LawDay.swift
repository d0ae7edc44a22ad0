/// A day of the calendar, `YYYY-MM-DD`; days compare as they follow each other.
public struct LawDay: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// `YYYY-MM-DD`.
    public let text: String

    /// A day from `YYYY-MM-DD`; nil for anything else and for days that no month has.
    public init?(_ text: String) {
        guard text.utf8.count == 10, let span = DateSpan(text), span.first.text == text else { return nil }
        self = span.first
    }

    fileprivate init(year: Int, month: Int, day: Int) {
        func digits(_ number: Int, _ count: Int) -> String {
            String(repeating: "0", count: max(0, count - String(number).count)) + String(number)
        }
        text = "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
    }

    /// ``text``.
    public var description: String { text }

    /// Whether `left` is before `right`.
    public static func < (left: LawDay, right: LawDay) -> Bool { left.text < right.text }
}

/// The days that a date of a law may mean: `2009` is any day of that year.
public struct DateSpan: Sendable, Hashable {
    /// The date as it was written.
    public let text: String
    /// First day that may be meant.
    public let first: LawDay
    /// Last day that may be meant.
    public let last: LawDay
    /// Whether one day is meant.
    public var isDay: Bool { first == last }

    /// A span from `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else. A day beyond the end of its month, as
    /// sources write, is taken as the month's last.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let lengths = [4, 2, 2]
        guard (1...3).contains(parts.count), zip(parts, lengths).allSatisfy({ $0.utf8.count == $1 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        let year = numbers[0]
        guard year > 0 else { return nil }
        let months = numbers.count > 1 ? numbers[1]...numbers[1] : 1...12
        guard (1...12).contains(months.lowerBound) else { return nil }
        let length = Self.days(ofMonth: months.upperBound, year: year)
        self.text = text
        if numbers.count == 3 {
            guard (1...31).contains(numbers[2]) else { return nil }
            first = LawDay(year: year, month: numbers[1], day: min(numbers[2], length))
            last = first
        } else {
            first = LawDay(year: year, month: months.lowerBound, day: 1)
            last = LawDay(year: year, month: months.upperBound, day: length)
        }
    }

    private static func days(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
