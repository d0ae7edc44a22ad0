import Foundation
import Legislation
import Testing

@Suite("Akoma Ntoso as States write it")
struct AkomaNtosoDialectTests {
    private func articles(_ result: ReadResult) -> [Provision] { result.provisions.filter(\.isArticleOfBody) }

    // MARK: The unit

    @Test("sections are the provisions where an article stands only in what is quoted or attached")
    func sectionsWithArticles() throws {
        let result = try read(
            """
            <akomaNtoso><act><body>
            <section><num>1.</num><heading>Treaty</heading><content><p>The treaty has the force of law.</p></content></section>
            <section><num>2.</num><content><p>Insert: <mod><quotedStructure><article><num>9</num>
            <content><p>Nobody trades in mines.</p></content></article></quotedStructure></mod></p></content></section>
            </body><attachments><attachment><heading>Schedule</heading><doc name="treaty"><meta/><mainBody>
            <article><num>Article 1</num><content><p>Peace.</p></content></article>
            <article><num>Article 2</num><content><p>Trust.</p></content></article>
            </mainBody></doc></attachment></attachments></act></akomaNtoso>
            """)
        #expect(articles(result).map(\.number) == ["1", "2"])
        #expect(articles(result).last?.text.contains("Nobody trades in mines.") == true)
        let treaty = result.provisions.filter { $0.kind == .article }
        #expect(treaty.map(\.eId) == ["sched_1__art_1", "sched_1__art_2"])
        #expect(treaty.first?.path == ["Schedule"])
    }

    @Test("articles are the provisions where sections divide them")
    func sectionsAsDivisions() throws {
        let result = try read(
            """
            <akomaNtoso><act><body><section><num>Erster Abschnitt</num><heading>Pflichten</heading>
            <article eId="art-z1"><num>§ 1</num><content><p>Jede Ausfuhr wird gemeldet.</p></content></article>
            <article eId="art-z1a"><num>§ 1a</num><heading>Frist</heading><content><p>Binnen eines Tages.</p></content></article>
            </section></body></act></akomaNtoso>
            """)
        #expect(articles(result).map(\.number) == ["1", "1a"])
        #expect(articles(result).first?.path == ["Erster Abschnitt Pflichten"])
    }

    @Test(
        "a container that says what it is counts as that",
        arguments: [("regulation", ProvisionKind.regulation), ("article", .article), ("artículo", .article)])
    func hcontainer(name: String, kind: ProvisionKind) throws {
        let result = try read(
            """
            <akomaNtoso><act><body><hcontainer name="\(name)"><num>3.</num><content><p>Keep records.</p></content>
            </hcontainer></body></act></akomaNtoso>
            """)
        #expect(articles(result).map(\.kind) == [kind])
        #expect(articles(result).map(\.number) == ["3"])
    }

    @Test("numbered paragraphs are provisions where there is nothing better; others are text")
    func paragraphs() throws {
        func body(_ number: String) -> String {
            "<akomaNtoso><act><body><paragraph>\(number)<content><p>Keep.</p></content></paragraph></body></act></akomaNtoso>"
        }
        #expect(articles(try read(body("<num>1</num>"))).map(\.kind) == [.paragraph])
        let text = try read(body("")).provisions
        #expect(text.map(\.kind) == [.other] && text.map(\.text) == ["Keep."])
    }

    @Test("each act of a collection is a law with its own articles")
    func collection() throws {
        func act(_ number: Int) -> String {
            """
            <component><act><meta><identification><FRBRWork><FRBRuri value="/akn/fj/act/2020/\(number)"/>
            <FRBRcountry value="fj"/></FRBRWork></identification></meta><preface><p><docTitle>Act \(number)</docTitle></p>
            </preface><body><section><num>1</num><content><p>Words.</p></content></section></body></act></component>
            """
        }
        let result = try read(
            """
            <akomaNtoso><documentCollection><meta><identification/></meta><collectionBody>\(act(4))\(act(5))
            <component><doc><meta/><mainBody><p>Memorandum.</p></mainBody></doc></component></collectionBody>
            </documentCollection></akomaNtoso>
            """)
        #expect(result.laws.map(\.work) == ["/akn/fj/act/2020/4", "/akn/fj/act/2020/5"])
        #expect(result.laws.map(\.title) == ["Act 4", "Act 5"])
        #expect(articles(result).map(\.eId) == ["sec_1", "sec_1"])
        #expect(result.provisions.last?.kind == .schedule)
    }

    // MARK: Older versions

    @Test("version 1.0: another root, clauses for a body, titles for headings, addresses for dates")
    func versionOne() throws {
        let result = try read(
            """
            <akomantoso xmlns="http://www.akomantoso.org/1.0"><act><meta><identification><Work>
            <uri href="/zaf/act/1991-05-06/71"/><date date="2007-03-21" name="Generation"/></Work>
            <Expression><uri href="/zaf/act/1991-05-06/71/eng"/></Expression></identification></meta>
            <preface><p><ActTitle>Ports Act</ActTitle><eol/>No. <ActNumber>71</ActNumber></p></preface>
            <preamble><toc><tocitem>1 Pilots</tocitem></toc><p>An Act on ports.</p></preamble>
            <clauses><part><num>Part 1</num><title>Part 1 Ports</title><article><num>1.</num><title>Pilots</title>
            <clause><num>(1)</num><sidenote>Cap. 4</sidenote><p>A pilot is on board.</p></clause></article></part></clauses>
            </act></akomantoso>
            """)
        let law = try #require(result.laws.first)
        #expect(law.work == "/akn/za/act/1991-05-06/71" && law.jurisdiction.code == "ZA" && law.language.tag == "en")
        #expect(law.title == "Ports Act" && law.number == "71")
        #expect(law.enacted == "1991-05-06" && law.version == nil)
        #expect(result.provisions.map(\.kind) == [.preamble, .article])
        #expect(result.provisions.first?.text == "An Act on ports.")
        let article = try #require(articles(result).first)
        #expect(article.heading == "Pilots" && article.path == ["Part 1 Ports"])
        #expect(article.text == "(1) A pilot is on board.")
    }

    // MARK: Text

    @Test("notes, remarks and words struck out are no words of the law")
    func notes() throws {
        let result = try read(
            """
            <akomaNtoso><act><body><article eId="art_7"><num><b>Art. 7</b></num>
            <heading>Transit<authorialNote><p>Since 2020.</p></authorialNote></heading>
            <content><p>It is <del>free</del> <ins>forbidden</ins><authorialNote><p>Note.</p></authorialNote>.</p></content>
            </article><hcontainer name="noteAuthorial"><content><p>Valid until May.</p></content></hcontainer>
            </body></act></akomaNtoso>
            """)
        #expect(result.provisions.map(\.text) == ["It is forbidden."])
        #expect(result.provisions.map(\.heading) == ["Transit"])
    }

    @Test("an article of which only the number is left is still an article")
    func repealedArticle() throws {
        let result = try read(
            """
            <akomaNtoso><bill name="ppl"><preamble><docTitle>Proposition de loi</docTitle></preamble><body>
            <article eId="art_1er_A"><num>Article 1er A</num><alinea><num>I. –</num><content><p>Mots.</p></content></alinea></article>
            <article eId="art_4"><num>Article 4</num></article>
            <article eId="art_4_bis"><num>Article 4 bis</num><alinea><content><p>Mots.</p></content></alinea></article>
            </body></bill></akomaNtoso>
            """)
        #expect(result.laws.first?.title == "Proposition de loi")
        #expect(result.provisions.map(\.number) == ["1er A", "4", "4 bis"])
        #expect(result.provisions.map(\.text) == ["I. – Mots.", "", "Mots."])
    }

    @Test("cross-headings and words between articles keep their place")
    func between() throws {
        let result = try read(
            """
            <akomaNtoso><act><body><chapter><num>1</num><heading>Seas</heading>
            <intro><p>For all seas:</p></intro>
            <crossHeading>Ships</crossHeading><section><num>1 §</num><content><p>One.</p></content></section>
            <crossHeading>Boats</crossHeading><section><num>2 a §</num><content><p>Two.</p></content></section>
            </chapter></body></act></akomaNtoso>
            """)
        #expect(result.provisions.map(\.text) == ["For all seas:", "One.", "Two."])
        #expect(result.provisions.map(\.number) == [nil, "1", "2 a"])
        #expect(result.provisions.map(\.path) == [[], ["1 Seas", "Ships"], ["1 Seas", "Boats"]])
    }

    // MARK: Metadata

    private func law(_ work: String, _ expression: String = "", rest: String = "", front: String = "") throws -> Law {
        let result = try read(
            """
            <akomaNtoso><act name="act"><meta><identification><FRBRWork>\(work)</FRBRWork>
            <FRBRExpression>\(expression)</FRBRExpression></identification>\(rest)</meta>\(front)<body>
            <article><num>1</num><content><p>Words.</p></content></article></body></act></akomaNtoso>
            """)
        return try #require(result.laws.first)
    }

    @Test(
        "the State is read from whatever the country is called by",
        arguments: [
            ("CH", "CH"), ("ita", "IT"), ("za-cpt", "ZA"), ("EU", "EU"),
            ("http://publications.europa.eu/resource/authority/country/LUX", "LU"),
        ])
    func country(value: String, code: String) throws {
        #expect(try law("<FRBRcountry value=\"\(value)\"/>").jurisdiction.code == code)
    }

    @Test("an ELI is no address of a country")
    func eli() throws {
        #expect(try law("<FRBRuri value=\"/eli/etat/leg/loi/2006\"/>").jurisdiction == .unknown)
    }

    @Test(
        "a language is read as a code, a name of an authority or the code of its country",
        arguments: [
            ("fra", "fr"), ("http://publications.europa.eu/resource/authority/language/DEU", "de"), ("gr", "el"),
            ("esp", "es"),
        ])
    func language(value: String, tag: String) throws {
        #expect(try law("", "<FRBRlanguage language=\"\(value)\"/>").language.tag == tag)
    }

    @Test("Fedlex tells days apart by their names, and names a law in each language")
    func fedlex() throws {
        let law = try law(
            """
            <FRBRuri value="https://fedlex.data.admin.ch/eli/cc/2001/5/20240101"/>
            <FRBRdate date="2002-01-01" name="jolux:dateEntryInForce"/>
            <FRBRdate date="2024-01-01" name="jolux:dateApplicability"/><FRBRdate date="2001-02-03" name="jolux:dateDocument"/>
            <FRBRcountry value="CH"/><FRBRnumber value=""/><FRBRname xml:lang="de" value="Gesetz über Fähren"/>
            <FRBRname xml:lang="fr" value="Loi sur les bacs"/>
            """, "<FRBRlanguage language=\"fr\"/>")
        #expect(law.title == "Loi sur les bacs" && law.number == nil)
        #expect(law.enacted == "2001-02-03" && law.inForce == "2002-01-01" && law.version == "2024-01-01")
        #expect(law.sourceURL == "https://fedlex.data.admin.ch/eli/cc/2001/5/20240101")
    }

    @Test("LegalDocML.de: printed title, kind of law, day of entry into force")
    func legalDocML() throws {
        let law = try law(
            """
            <FRBRalias name="übergreifende-id" value="77167d15-511d"/><FRBRdate name="ausfertigungsdatum" date="2020-03-04"/>
            <FRBRcountry value="de"/><FRBRnumber value="12"/><FRBRsubtype value="regelungstext-1"/>
            """,
            rest: """
                <lifecycle><eventRef eId="e1" refersTo="inkrafttreten" date="2020-05-01"/></lifecycle>
                <proprietary><legalDocML.de_metadaten><typ>gesetz</typ></legalDocML.de_metadaten></proprietary>
                """,
            front: """
                <preface><longTitle><p><docStage/><docTitle>Gesetz über Fähren</docTitle><shortTitle>(FährG)</shortTitle></p>
                </longTitle></preface>
                """)
        #expect(law.title == "Gesetz über Fähren" && law.kind == "gesetz")
        #expect(law.enacted == "2020-03-04" && law.inForce == "2020-05-01")
    }

    @Test("a proposal of the Union is called by its stage, type and purpose; 2999 is no date")
    func union() throws {
        let law = try law(
            "<FRBRdate date=\"2999-01-01\" name=\"\"/><FRBRcountry value=\"EU\"/><FRBRnumber value=\"COM(2030) 1\"/>",
            front: """
                <preface><longTitle><p><docStage>Proposal for a</docStage><docType>REGULATION</docType>
                <docPurpose>on ferries<authorialNote><p>x</p></authorialNote></docPurpose></p></longTitle></preface>
                """)
        #expect(law.title == "Proposal for a REGULATION on ferries")
        #expect(law.enacted == nil && law.number == "COM(2030) 1")
    }

    @Test("Legilux has its facts in an ontology of its own")
    func legilux() throws {
        let law = try law(
            "<FRBRthis value=\"\"/><FRBRuri value=\"\"/><FRBRcountry value=\"\"/>",
            rest: """
                <scl:JOLUXWork xmlns:scl="http://www.scl.lu"><scl:JOLUXLegalResource>
                <scl:jolux scl:name="uriThis">http://data.legilux.public.lu/eli/etat/leg/loi/2020/01/02/a1/jo</scl:jolux>
                <scl:jolux scl:name="typeDocument">http://data.legilux.public.lu/resource/authority/resource-type/LOI</scl:jolux>
                <scl:jolux scl:name="dateDocument">2020-01-02</scl:jolux></scl:JOLUXLegalResource></scl:JOLUXWork>
                <scl:JOLUXExpression xmlns:scl="http://www.scl.lu"><scl:jolux scl:name="title">Loi sur les bacs</scl:jolux>
                <scl:jolux scl:name="language">http://publications.europa.eu/resource/authority/language/FRA</scl:jolux>
                </scl:JOLUXExpression>
                """)
        #expect(law.jurisdiction.code == "LU" && law.language.tag == "fr" && law.title == "Loi sur les bacs")
        #expect(law.kind == "loi" && law.enacted == "2020-01-02")
    }

    @Test("Finlex says whether a statute is in force, and since when")
    func finlex() throws {
        let law = try law(
            "<FRBRuri value=\"/akn/fi/act/statute/2020/7\"/><FRBRcountry value=\"fi\"/>",
            rest: """
                <proprietary><isInForce value="true"/><inForce><dateEntryIntoForce date="2020-02-01"/></inForce></proprietary>
                """)
        #expect(law.status == .inForce && law.inForce == "2020-02-01" && law.number == "7")
    }

    @Test("a repeal in the lifecycle is the law's")
    func repealed() throws {
        let law = try law("", rest: "<lifecycle><eventRef type=\"repeal\" date=\"2010-01-01\"/></lifecycle>")
        #expect(law.status == .repealed)
    }
}
