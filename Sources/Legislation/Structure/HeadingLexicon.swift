/// The words that head a provision, a division or an annex, in the languages laws are written in.
enum HeadingLexicon {
    /// What a word heads. Only one unit is the provision of a law; the others divide it or are text.
    enum Unit: Hashable {
        case article, section, sign, rule, regulation, clause

        var kind: ProvisionKind {
            switch self {
            case .article: .article
            case .section, .sign: .section
            case .rule: .rule
            case .regulation: .regulation
            case .clause: .paragraph
            }
        }

        var prefix: String {
            switch self {
            case .article: "art"
            case .section, .sign: "sec"
            case .rule: "rule"
            case .regulation: "reg"
            case .clause: "para"
            }
        }
    }

    /// Divisions from the widest down; the raw value is the rank.
    enum Division: Int, Comparable {
        case annex, supplement, book, part, title, chapter, section, subsection, subdivision, unnamed

        var prefix: String {
            switch self {
            case .annex: "sched"
            case .supplement: "suppl"
            case .book: "book"
            case .part: "part"
            case .title: "title"
            case .chapter: "chp"
            case .section: "dvs"
            case .subsection: "subdvs"
            case .subdivision: "subdvs"
            case .unnamed: "hdg"
            }
        }

        static func < (left: Division, right: Division) -> Bool { left.rawValue < right.rawValue }
    }

    enum Entry {
        case unit(Unit)
        case division(Division)
    }

    /// Words that stand before the number, lower case.
    static let before: [String: Entry] = {
        var words: [String: Entry] = [:]
        add(articleWords, .unit(.article), to: &words)
        add(sectionWords, .unit(.section), to: &words)
        add("rule regel", .unit(.rule), to: &words)
        add("regulation", .unit(.regulation), to: &words)
        add("clause cláusula clausula ข้อ", .unit(.clause), to: &words)
        for (list, division) in divisionWords { add(list, .division(division), to: &words) }
        return words
    }()

    /// Words that stand after the number, lower case.
    static let after: [String: Entry] = {
        var words: [String: Entry] = [:]
        add(
            """
            pants panta modda moddasi модда straipsnis бап cikk gr grein artikla art artikulu artikulua člen člena madda берене \
            зүйл статья стаття bap maddə
            """, .unit(.article), to: &words)
        add(
            "luku kap kapitel nodaļa skyrius bob боб тарау fejezet kafli bölüm глава sk peatükk", .division(.chapter),
            to: &words)
        add("osa avd avdelning daļa dalis qism бөлім rész", .division(.part), to: &words)
        add("pielikums priedas melléklet ilova қосымша", .division(.annex), to: &words)
        add("hauptstück", .division(.part), to: &words)
        add("abschnitt", .division(.section), to: &words)
        add("teil", .division(.part), to: &words)
        add("unterabschnitt", .division(.subsection), to: &words)
        add("jagu poskirsnis boʻlim bo‘lim", .division(.section), to: &words)
        return words
    }()

    private static func add(_ list: String, _ entry: Entry, to words: inout [String: Entry]) {
        for word in list.split(separator: " ") { words[String(word)] = entry }
    }

    private static let articleWords = """
        article art articulo artículo artigo articolo artikel artikl artikull artikuj articol articolul artikolu \
        artikkel artykuł статья стаття член члан чл членот madde maddə điều dieu čl članak član clanak člen členak clánok článok \
        článek pasal المادة مادة ماده مادّة المادّة المــادة მუხლი հոդված հոդ neni άρθρο αρθρο άρθρον αρθρον airteagal erthygl มาตรา ມາດຕາ មាត្រា មាត្រាទី \
        अनुच्छेद অনুচ্ছেদ artiklu artikolu artikulo atik ingingo ibara qodobka моддаи ماددە ماددا አንቀጽ artigu \
        andininy
        """
    private static let sectionWords = """
        section sec seksyen seksyon seksie ধারা धारा दफा סעיף kifungu پرگراف ပုဒ်မ §§ paragraf paragraaf paragrafas \
        پاراگراف دفعہ دفعه ଧାରା பிரிவு సెక్షన్ ಪ್ರಕರಣ വകുപ്പ് કલમ कलम ਧਾਰਾ වගන්තිය sekshen
        """

    private static let divisionWords: [(String, Division)] = [
        ("book livre libro livro buch kniha книга книги buku llibre knyga kniga ภาค บรรพ الكتاب", .book),
        (
            "part partie parte teil díl časť část дио дел часть частина del phần partea "
                + "pjesa τμημα μέρος القسم קסם भाग ভাগ ส่วนที่ ส่วน dalis daļa cuid rhan qism", .part
        ),
        (
            "title titre título titulo titolo titel titol titull titlul titlu наслов ลักษณะ τίτλος",
            .title
        ),
        (
            "chapter chapitre capítulo capitulo capitolo capitolul kapitel kapittel kapitola kapitull hoofdstuk глава розділ "
                + "poglavlje bab الباب الفصل فصل باب chương თავი գլուխ অধ্যায় अध्याय परिच्छेद หมวด หมวดที่ ໝວດ "
                + "kap kapitola hlava rozdział caibidil pennod kreu κεφάλαιο bölüm fəsil luku nodaļa skyrius peatükk "
                + "capítol поглавје פרק",
            .chapter
        ),
        (
            "sección seccion seção secção sezione secțiunea abschnitt oddíl oddiel раздел одељак підрозділ "
                + "sectie afdeling avsnitt فرع الفرع bagian mục подраздел oddělení kısım отдел ενότητα "
                + "seksioni divisjon secció",
            .section
        ),
        ("subsección sous-section unterabschnitt untertitel pododdíl параграф", .subsection),
        (
            "annex annexe anexo annexo allegato anlage anhang bijlage bilaga liite vedlegg bilag příloha príloha "
                + "załącznik приложение додаток додатки παράρτημα anexa aneks prilog прилог melléklet schedule "
                + "schedules appendix lampiran ملحق الملحق الجدول جدول lisa priedas pielikums aguisín atodlen skeda annexes "
                + "apéndice ภาคผนวก บัญชีท้าย հավելված დანართი তফসিল তফসীল अनुसूची ilova ek annesso penjelasan "
                + "приложения allegati annexos anexos тиркеме хавсралт attachment attachments viðauki fylgiskjal",
            .annex
        ),
    ]
}
