import Testing

@testable import InvertedIndex

@Suite("Memory of windowed searches")
struct WindowMemoryTests {
    @Test("room that was asked for is there, with scores of 0 and no bit set")
    func zeros() {
        let memory = WindowMemory()
        for count in [4096, 64, 32_768] {
            memory.reserve(slots: count)
            for slot in [0, count / 2, count - 1] {
                #expect(memory.scores[slot] == 0)
                #expect(memory.ownScores[slot] == 0)
                #expect(memory.touched[slot / 64] == 0)
                #expect(memory.touchedWords[slot / 4096] == 0)
                #expect(memory.ownTouched[slot / 64] == 0)
            }
        }
    }

    @Test("asking for less than there is leaves all where it is")
    func less() {
        let memory = WindowMemory()
        memory.reserve(slots: 4096)
        memory.reserve(candidates: 100)
        let (scores, candidates) = (memory.scores, memory.candidates)
        memory.reserve(slots: 64)
        memory.reserve(candidates: 100)
        #expect(memory.scores == scores)
        #expect(memory.candidates == candidates)
    }

    @Test("nobody is given what another has, and what comes back is given again")
    func pool() {
        let pool = WindowMemoryPool()
        let (first, second) = (pool.take(), pool.take())
        #expect(first !== second)
        pool.giveBack(first)
        #expect(pool.take() === first)
        #expect(pool.take() !== second)
    }
}
