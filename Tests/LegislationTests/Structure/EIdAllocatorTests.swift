import Testing

@testable import Legislation

@Suite("eIds of one law")
struct EIdAllocatorTests {
    @Test("an id that is taken gives way to the scoped one, then to numbered copies")
    func copies() {
        var ids = EIdAllocator()
        #expect(ids.allocate("art_1") == "art_1")
        #expect(ids.allocate("art_1", orElse: "chp_2__art_1") == "chp_2__art_1")
        #expect(ids.allocate("art_1", orElse: "chp_2__art_1") == "art_1__dup_2")
        #expect(ids.allocate("art_1__dup_3") == "art_1__dup_3")
        #expect(ids.allocate("art_1") == "art_1__dup_4")
    }

    @Test("ten thousands that are numbered alike are told apart", .timeLimit(.minutes(1)))
    func many() {
        var ids = EIdAllocator()
        #expect(Set((0..<50_000).map { _ in ids.allocate("art_1") }).count == 50_000)
    }
}
