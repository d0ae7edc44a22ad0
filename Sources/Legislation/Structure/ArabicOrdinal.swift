/// Arabic ordinals written in words, as articles are numbered in many Arab laws: الثانية والعشرون is 22.
enum ArabicOrdinal {
    /// Reads the ordinal at the start; the number of words used and its value, nil when there is none.
    static func read(_ words: [String]) -> (count: Int, value: Int)? {
        var value = 0
        var used = 0
        for (at, word) in words.prefix(6).enumerated() {
            let bare = word.filter { !"\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}\u{640}".contains($0) }
            let trimmed = bare.hasPrefix("و") && bare != "واحد" ? String(bare.dropFirst()) : bare
            if let unit = units[trimmed], value == 0 || value % 100 == 0 || value >= 100 {
                value += unit
            } else if teens.contains(trimmed), (1...9).contains(value % 100) {
                value += 10
            } else if let ten = tens[trimmed] {
                value += ten
            } else if let hundred = hundreds[trimmed] {
                value += hundred
            } else if trimmed == "بعد", value > 0 {
                used = at + 1
                continue
            } else {
                break
            }
            used = at + 1
        }
        return value > 0 ? (used, value) : nil
    }

    private static let units: [String: Int] = [
        "الأولى": 1, "الاولى": 1, "الأول": 1, "الاول": 1, "الحادية": 1, "الحادي": 1, "الثانية": 2, "الثاني": 2,
        "الثالثة": 3, "الثالث": 3, "الرابعة": 4, "الرابع": 4, "الخامسة": 5, "الخامس": 5, "السادسة": 6, "السادس": 6,
        "السابعة": 7, "السابع": 7, "الثامنة": 8, "الثامن": 8, "التاسعة": 9, "التاسع": 9, "العاشرة": 10, "العاشر": 10,
        "الاولي": 1, "الأولي": 1, "الواحدة": 1, "الواحد": 1, "الثانيه": 2, "الثالثه": 3, "الرابعه": 4, "الخامسه": 5,
        "السادسه": 6, "السابعه": 7, "الثامنه": 8, "التاسعه": 9, "العاشره": 10, "الحاديه": 1,
    ]
    private static let teens: Set<String> = ["عشرة", "عشر", "عشره"]
    private static let tens: [String: Int] = [
        "العشرون": 20, "العشرين": 20, "الثلاثون": 30, "الثلاثين": 30, "الأربعون": 40, "الاربعون": 40, "الأربعين": 40,
        "الخمسون": 50, "الخمسين": 50, "الستون": 60, "الستين": 60, "السبعون": 70, "السبعين": 70, "الثمانون": 80,
        "الثمانين": 80, "التسعون": 90, "التسعين": 90,
    ]
    private static let hundreds: [String: Int] = [
        "المائة": 100, "المئة": 100, "المائتين": 200, "المئتين": 200, "المائتان": 200, "الثلاثمائة": 300,
        "الثلاثمئة": 300, "الأربعمائة": 400, "الأربعمئة": 400, "الخمسمائة": 500,
    ]
}
