import ProvisionIndex
import Testing

@Suite("Chinese numerals")
struct HanNumeralTests {
    @Test("every number from 1 to 9999 comes back")
    func roundTrip() {
        for value in 1...9999 {
            guard let text = HanNumeral.text(value), HanNumeral.value(text) == value else {
                Issue.record("\(value) is written \(HanNumeral.text(value) ?? "not at all")")
                return
            }
        }
    }

    @Test(
        "numbers are written as laws write them",
        arguments: [
            (10, "十"), (12, "十二"), (20, "二十"), (48, "四十八"), (105, "一百零五"), (110, "一百一十"), (123, "一百二十三"),
            (1001, "一千零一"), (1010, "一千零一十"),
        ])
    func written(value: Int, text: String) {
        #expect(HanNumeral.text(value) == text)
        #expect(HanNumeral.value(text) == value)
    }

    @Test("what is no numeral has no value", arguments: ["", "12", "第十条", "十条之二", "一二", "十百", "零", "a"])
    func notANumeral(text: String) {
        #expect(HanNumeral.value(text) == nil)
    }

    @Test("numbers out of range are not written", arguments: [0, -1, 10_000, .max, .min])
    func outOfRange(value: Int) {
        #expect(HanNumeral.text(value) == nil)
    }
}
