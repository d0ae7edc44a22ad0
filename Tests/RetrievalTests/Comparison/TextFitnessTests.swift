import Testing

@testable import Retrieval

@Suite("What a drafter can use")
struct TextFitnessTests {
    @Test("Readability rises to the readable length and falls behind it, within 0 and 1")
    func readability() {
        var last = -1.0
        for letters in stride(from: 0.0, through: TextFitness.readable.lowerBound, by: 10) {
            let value = TextFitness.readability(letters: letters)
            #expect(value > last)
            last = value
        }
        #expect(TextFitness.readability(letters: 0) == 0)
        #expect(TextFitness.readability(letters: 1000) == 1)
        last = 1
        for letters in stride(from: 3000.0, through: 60_000, by: 3000) {
            let value = TextFitness.readability(letters: letters)
            #expect(value <= last && value > 0)
            last = value
        }
    }

    @Test("A Han character says as much as three letters; spaces say nothing")
    func letters() {
        #expect(TextFitness.letters(of: "an export \n licence") == 15)
        #expect(TextFitness.letters(of: "出口许可") == 12)
        #expect(TextFitness.letters(of: "수출 허가") == 12)
    }
}
