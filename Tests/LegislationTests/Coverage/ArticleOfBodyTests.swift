import Legislation
import Testing

@Suite("Articles of a law's own body")
struct ArticleOfBodyTests {
    @Test(
        "an article counts once and where the law itself has it, whatever the parts around it are called",
        arguments: [
            ("art_3", true), ("book_1__part_2__art_3", true), ("part_2__sec_3a", true), ("art_3__dup_2", true),
            ("art_3__part_2", false), ("book_1__part_2__art_3__part_4", false), ("art_3__part_2__dup_2", false),
            ("sched_1__art_3", false), ("suppl_1__art_3", false),
        ])
    func eIds(eId: String, counts: Bool) {
        #expect(Provision(eId: eId, kind: .article, text: "No toxins.").isArticleOfBody == counts)
    }

    @Test("only articles and their like count")
    func kinds() {
        let counted = ProvisionKind.allCases.filter { Provision(eId: "x", kind: $0, text: "").isArticleOfBody }
        #expect(counted == [.article, .section, .rule, .regulation, .paragraph])
    }
}
