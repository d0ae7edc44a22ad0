import Foundation
import Legislation
import Testing

@Suite("Structure of plain bodies")
struct StructureTests {
    @Test(
        "articles are found by the words and numerals of their language",
        arguments: [
            ("Статья 12. Запрет\nЗапрещается хранить.", "art_12", "12"),
            ("المادة الثانية والعشرون\nيحظر على أي شخص أن يصنع.", "art_22", "الثانية والعشرون"),
            ("المادة ٥\nيحظر على أي شخص أن يصنع.", "art_5", "٥"),
            ("第一百二十三条 为了管理，制定本法。", "art_123", "一百二十三"),
            ("第十条之二 下列行为禁止。", "art_10-2", "十之二"),
            ("第 10-1 條\n下列行為禁止。", "art_10-1", "10-1"),
            ("제3조의2(정의) 이 법에서 쓰는 말.", "art_3-2", "3의2"),
            ("มาตรา ๑๒ ห้ามมิให้ผู้ใดผลิต", "art_12", "๑๒"),
            ("ধারা ৭। কোনো ব্যক্তি তৈরি করিবে না।", "sec_7", "৭"),
            ("धारा १२. कोई व्यक्ति नहीं बनाएगा।", "sec_12", "१२"),
            ("Artículo 5 bis.- Se prohíbe fabricar.", "art_5bis", "5 bis"),
            ("Article L. 123-4\nIl est interdit de fabriquer.", "art_l123-4", "L. 123-4"),
            ("Article premier\nIl est interdit de fabriquer.", "art_1", "premier"),
            ("13 a § Det är förbjudet att tillverka.", "sec_13a", "13 a"),
            ("§ 12a Verbot\nEs ist verboten.", "sec_12a", "12a"),
            ("Pasal 4\nSetiap orang dilarang:\na. membuat;", "art_4", "4"),
            ("MADDE 3- (1) Üretmek yasaktır.", "art_3", "3"),
            ("Điều 7. Cấm\nNghiêm cấm sản xuất.", "art_7", "7"),
            ("ARTICLE IV\nNo State shall make toxins.", "art_4", "IV"),
            ("მუხლი 11^1. აკრძალვა\nაკრძალულია.", "art_11-1", "11^1"),
            ("5-modda. Taqiq\nIshlab chiqarish taqiqlanadi.", "art_5", "5"),
        ])
    func words(body: String, eId: String, number: String) throws {
        let result = try read("Title of the law\n\n\(body)\n")
        let provision = try #require(result.provisions.last)
        #expect(provision.eId == eId)
        #expect(provision.number == number)
        #expect(result.report.structure == .detected)
        #expect(!provision.text.isEmpty)
    }

    @Test("a reference at the beginning of a line begins no article")
    func references() throws {
        let result = try read(
            """
            Toxins Act

            Article 1
            A person who acts in breach of
            Article 7 of the Penal Code, or of
            article 9, commits an offence.

            Article 2
            This Act begins today.
            """)
        #expect(result.provisions.map(\.eId) == ["art_1", "art_2"])
    }

    @Test("a table of contents gives no provisions, and chapters make the path")
    func contents() throws {
        let result = try read(
            """
            Toxins Act

            Article 1
            Article 2
            Article 3

            CHAPTER I
            GENERAL
            Article 1
            Scope of this Act
            It applies everywhere.
            Article 2
            It binds the State.
            CHAPTER II
            Article 3
            Fines are set by order.
            """)
        #expect(result.provisions.map(\.eId) == ["art_1", "art_2", "art_3"])
        #expect(result.provisions[0].path == ["CHAPTER I GENERAL"])
        #expect(result.provisions[0].heading == "Scope of this Act")
        #expect(result.provisions[2].path == ["CHAPTER II"])
    }

    @Test("articles quoted by an amending act stay text")
    func quoted() throws {
        let result = try read(
            """
            Amending Act

            Article 1
            The Act is amended to read: “
            Article 40
            No toxin shall be made.
            Article 41
            No toxin shall be sold.”
            Article 2
            This Act begins today.
            """)
        #expect(result.provisions.map(\.eId) == ["art_1", "art_2"])
        #expect(result.provisions[0].text.contains("Article 41"))
    }

    @Test("numbers used twice give different eIds")
    func clashes() throws {
        let result = try read(
            "Act\n\nArticle 1\nOne.\n\nArticle 2\nTwo.\n\nArticle 1\nOne again.\n\nArticle 2\nTwo again.\n")
        #expect(Set(result.provisions.map(\.eId)).count == result.provisions.count)
        #expect(result.provisions.count == 4)
    }

    @Test("without structure paragraphs are grouped to readable size")
    func paragraphs() throws {
        let paragraph = String(repeating: "toxins are dangerous ", count: 20)
        let result = try read("Notice\n\n" + Array(repeating: paragraph, count: 30).joined(separator: "\n\n"))
        #expect(result.report.structure == .paragraphGroups)
        #expect(result.provisions.count > 5)
        #expect(result.provisions.allSatisfy { (200...1500).contains($0.text.count) || $0 == result.provisions.last })
        #expect(result.provisions.first?.eId == "para_1")
    }

    @Test("a very long article is cut in parts under its number")
    func longArticle() throws {
        let body = Array(repeating: "No person shall make a toxin of any kind.", count: 1200).joined(separator: "\n")
        let result = try read("Act\n\nArticle 1\n\(body)\n\nArticle 2\nEnd.\n")
        #expect(result.provisions.map(\.eId) == ["art_1", "art_1__part_2", "art_1__part_3", "art_2"])
        #expect(result.provisions.allSatisfy { $0.text.count <= 20_000 })
    }

    @Test("a sentence that goes on with “Anlage 1 …” on its next line begins no schedule")
    func wrappedReference() throws {
        let text = """
            # Stoffgesetz

            ### § 1 Einstufung

            Ob ein Stoff den Stoffen der Klasse A oder der Klasse B nach der
            Anlage 1 Abschnitt 3 gleichsteht, entscheidet die Behörde; sie hört

            Anlage 2 Abschnitt 1
            aufgeführte Stellen an.

            ### § 2 Verbote

            Die Herstellung ist verboten.

            ## Anlage 1 (zu § 1)

            Klasse A: Rizin.
            """
        let provisions = try read(text, name: "DE/de/gesetz.md").provisions
        #expect(provisions.map(\.eId) == ["sec_1", "sec_2", "sched_1"])
        #expect(provisions[0].text.contains("Anlage 2 Abschnitt 1"))
    }

    @Test("sections under headings 1, 2, 3… are the provisions, not the articles of a treaty in the schedule")
    func scheduledTreaty() throws {
        let sections = (1...4).map { "##### \($0). Duty \($0).\n\n**\($0)**.— (1) The Minister may act.\n" }
        let articles = (1...9).map { "Article \($0)\n\nEach State Party shall act.\n" }
        let text =
            "# Ban Act\n\n" + sections.joined(separator: "\n") + "\n## SCHEDULE\n\n" + articles.joined(separator: "\n")
        let provisions = try read(text, name: "IE/en/act.md").provisions
        #expect(provisions.prefix(4).map(\.eId) == ["sec_1", "sec_2", "sec_3", "sec_4"])
        #expect(provisions.first?.heading == "Duty 1")
        // Articles under headings that number chapters are the provisions still.
        let chapters = (1...3).map { chapter in
            "## \(chapter). Chapter\n\n"
                + (1...3).map { "Article \((chapter - 1) * 3 + $0)\n\nText.\n" }.joined(separator: "\n")
        }
        let code = try read("# Code\n\n" + chapters.joined(separator: "\n"), name: "IE/en/code.md").provisions
        #expect(code.count { $0.kind == .article } == 9)
    }
}
