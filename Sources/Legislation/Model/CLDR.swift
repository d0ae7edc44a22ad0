import CICU

/// What ICU's copy of CLDR knows of States, regions and languages, as Swift values.
enum CLDR {
    enum RegionKind {
        case territory, area, grouping
    }

    /// Canonical code of a region given as alpha-2, alpha-3 or M49 number; nil when CLDR has none.
    static func region(_ code: String) -> (code: String, kind: RegionKind)? {
        guard code.utf8.count <= 3, code.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }) else { return nil }
        var kind = CICU_REGION_UNKNOWN
        let canonical = string(capacity: 8) { out, capacity in
            kind = cicu_region_canonical(code, out, capacity)
            return kind == CICU_REGION_UNKNOWN ? -1 : 0
        }
        guard let canonical else { return nil }
        switch kind {
        case CICU_REGION_TERRITORY: return (canonical, .territory)
        case CICU_REGION_AREA: return (canonical, .area)
        default: return (canonical, .grouping)
        }
    }

    static func regionsContaining(_ code: String) -> [String] {
        list(string(capacity: 1024) { cicu_region_containing(code, $0, $1) })
    }

    static func territories() -> [String] {
        list(string(capacity: 8192) { cicu_region_territories($0, $1) })
    }

    static func areas() -> [String] {
        list(string(capacity: 4096) { cicu_region_areas($0, $1) })
    }

    static func name(of region: String, in locale: String) -> String? {
        string(capacity: 512) { cicu_region_name(region, locale, $0, $1) }
    }

    static func likelyTerritory(of language: String) -> String? {
        string(capacity: 8) { cicu_region_likely(language, $0, $1) }
    }

    static func threeLetters(of language: String) -> String? {
        let code = string(capacity: 8) { cicu_language_three_letters(language, $0, $1) }
        return code.flatMap { $0.isEmpty ? nil : $0 }
    }

    static func shortest(of language: String) -> String? {
        let code = string(capacity: 16) { cicu_language_shortest(language, $0, $1) }
        return code.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func list(_ text: String?) -> [String] {
        (text ?? "").split(separator: " ").map(String.init)
    }

    /// Hands a C function a buffer and reads the NUL-terminated UTF-8 it leaves; nil when it returns less than 0.
    private static func string(
        capacity: Int, _ fill: (UnsafeMutablePointer<CChar>, Int32) -> Int32
    ) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
            buffer.initialize(repeating: 0)
            guard let base = buffer.baseAddress, fill(base, Int32(capacity)) >= 0 else { return nil }
            return String(cString: base)
        }
    }
}

extension UInt8 {
    var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
}
