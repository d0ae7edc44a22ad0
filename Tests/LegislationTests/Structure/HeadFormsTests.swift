import Legislation
import Testing

@Suite("How articles are headed around the world")
struct HeadFormsTests {
    @Test(
        "a head is known by its word, its number and what parts them",
        arguments: [
            ("Artículo 1º.– Se prohíbe fabricar.", "1"), ("ART. 2.- Queda prohibido.", "2"),
            ("Art. 3: É proibido.", "3"),
            ("Члан 4. Забрањено је.", "4"), ("Članak 5. Zabranjeno je.", "5"), ("Член 6. (1) Забранява се.", "6"),
            ("Чл. 7. Забранява се.", "7"), ("Čl. 8\nZakazuje sa.", "8"), ("Άρθρο 9\nΑπαγορεύεται.", "9"),
            ("Art. 10. - Il est interdit.", "10"), ("المادة (11)\nيحظر الصنع.", "11"),
            ("(المادة 12)\nيحظر الصنع.", "12"),
            ("المـــادة 13: يحظر الصنع.", "13"), ("مادة رقم (14)\nيحظر.", "14"), ("ماده ۱۵ـ ساخت ممنوع است.", "15"),
            ("Неозвучено 16", "–"), ("17-бап. Тыйым салынады.", "17"), ("18-берене. Тыюу салынат.", "18"),
            ("19 дүгээр зүйл. Хориглоно.", "19"), ("Моддаи 20. Манъ аст.", "20"), ("21-nji madda. Gadagan.", "21"),
            ("Maddə 22. Qadağandır.", "22"), ("Հոդված 23. Արգելվում է։", "23"), ("მუხლი 24. აკრძალვა", "24"),
            ("סעיף 25. אסור לייצר.", "25"), ("አንቀጽ 26. ክልክል ነው።", "26"), ("አንቀጽ ፳፯ ክልክል ነው።", "27"),
            ("មាត្រា ២៨.-\nហាម", "28"), ("ມາດຕາ 29\nຫ້າມ", "29"), ("Điều 30. Cấm.", "30"), ("Pasal 31\nDilarang.", "31"),
            ("Seksyen 32. Larangan.", "32"), ("SEKSYON 33. Bawal.", "33"), ("SEC. 34. Prohibition.", "34"),
            ("35. pants. Aizliegts.", "35"), ("36 straipsnis. Draudžiama.", "36"), ("37. cikk. Tilos.", "37"),
            ("38. člen\nPrepovedano je.", "38"), ("39. gr. Bannað er.", "39"), ("Neni 40\nNdalohet.", "40"),
            ("Artiklu 41. Hu projbit.", "41"), ("Airteagal 42. Tá cosc.", "42"), ("A R T I C L E 43\nNo person.", "43"),
            ("С т а т ь я 44. Запрещено.", "44"), ("第 四十五 条 禁止制造。", "45"), ("제46조 제조를 금지한다.", "46"),
            ("►M2 Article 47\nNo person.", "47"), ("मुद्दा 48", "–"), ("दफा ४९. बनाउन हुँदैन।", "49"),
            ("অনুচ্ছেদ ৫০। নিষিদ্ধ।", "50"), ("Art. II.3. Nul ne fabrique.", "II.3"), ("Стаття 52 - 1 . Заборонено.", "52 - 1"),
        ])
    func forms(body: String, number: String) throws {
        let result = try read("Act of Nowhere\n\n\(body)\n")
        if number == "–" {
            #expect(result.report.structure == .paragraphGroups)
        } else {
            let provision = try #require(result.provisions.last)
            #expect(provision.isArticleOfBody, "\(body)")
            let printed = provision.eId.split(separator: "_").last.map(String.init) ?? ""
            let wanted = ["II.3": "2-3", "52 - 1": "52-1"][number] ?? number
            #expect(printed == wanted, "\(body)")
        }
    }

    @Test("a number that leaps ahead while the articles go on without it heads nothing")
    func leaps() throws {
        let result = try read(
            """
            Act

            Article 1. No toxins.
            Article 2. Whoever breaks it is punished.
            Article 193. of the Penal Code applies.
            Article 3. It begins today.
            Article 4. It ends never.
            """)
        #expect(result.provisions.map(\.eId) == ["art_1", "art_2", "art_3", "art_4"])
        #expect(result.provisions[1].text.contains("Article 193"))
    }

    @Test("a footnote’s digit after the number is told from the number, and noted")
    func footnoteDigits() throws {
        let result = try read(
            "Gesetz\n\nArt. 1\nA.\n\nArt. 2\nB.\n\nArt. 37\nC.\n\nArt. 4\nD.\n\nArt. 5\nE.\n\nArt. 68\nF.\n\nArt. 7\nG.\n"
        )
        #expect(result.provisions.map(\.eId) == (1...7).map { "art_\($0)" })
        #expect(result.report.notes.contains { $0.message.contains("37 was taken for 3") })
    }

    @Test("gaps of repealed articles, books that number anew and numbers used twice keep all their articles")
    func gaps() throws {
        let numbers = [1, 2, 3, 17, 18, 40, 41]
        let gappy = try read("Act\n\n" + numbers.map { "Article \($0)\nText.\n" }.joined(separator: "\n"))
        #expect(gappy.provisions.map(\.number) == numbers.map(String.init))
        let book = { (name: String) in
            "BOOK \(name)\n\n" + (1...5).map { "Article \($0)\nText.\n" }.joined(separator: "\n")
        }
        let code = try read("Code\n\n\(book("I"))\n\(book("II"))")
        #expect(code.provisions.count == 10)
        #expect(Set(code.provisions.map(\.eId)).count == 10)
    }

    @Test("numbered sections outweigh a stray reference to a section")
    func bareSections() throws {
        let result = try read(
            "Act\n\n1. Title. This is the Act.\n\n2. Ban. No toxins as in\n\nSection 9. of the Code.\n\n3. Fine. Ten.\n\n4. Start. Now.\n"
        )
        #expect(result.provisions.map(\.eId) == ["sec_1", "sec_2", "sec_3", "sec_4"])
    }
}
