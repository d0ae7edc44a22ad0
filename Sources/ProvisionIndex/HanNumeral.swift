/// Numbers as Chinese and Japanese law writes them: 一百二十三, 四十八. From 1 to 9,999.
public enum HanNumeral {
    private static let digits: [Character] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    private static let units: [(Character, Int)] = [("千", 1000), ("百", 100), ("十", 10)]

    /// The number of a numeral; nil for anything else, such as 十条之二 or 12.
    public static func value(_ text: String) -> Int? {
        guard !text.isEmpty else { return nil }
        var total = 0
        var digit: Int?
        var lastUnit = Int.max
        for character in text {
            if character == "零" || character == "〇" {
                digit = nil
            } else if let value = digits.firstIndex(of: character) {
                guard digit == nil else { return nil }
                digit = value
            } else if let unit = units.first(where: { $0.0 == character })?.1 {
                guard unit < lastUnit else { return nil }
                total += (digit ?? 1) * unit
                digit = nil
                lastUnit = unit
            } else {
                return nil
            }
        }
        total += digit ?? 0
        return total > 0 ? total : nil
    }

    /// The numeral of a number; nil below 1 and above 9,999.
    public static func text(_ value: Int) -> String? {
        guard (1...9999).contains(value) else { return nil }
        var result = ""
        var rest = value
        var isGap = false
        for (unit, size) in units {
            let count = rest / size
            rest %= size
            if count > 0 {
                if isGap { result += "零" }
                isGap = false
                // Ten is 十, but a hundred and ten 一百一十.
                if !(unit == "十" && count == 1 && result.isEmpty) { result.append(digits[count]) }
                result.append(unit)
            } else if !result.isEmpty, rest > 0 {
                isGap = true
            }
        }
        if rest > 0 {
            if isGap { result += "零" }
            result.append(digits[rest])
        }
        return result
    }
}
