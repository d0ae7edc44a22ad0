import Foundation
import Legislation
import Testing

@Suite("National XML of Denmark, Estonia, Ireland, the Netherlands and Spain")
struct EuropeanDialectTests {
    @Test("LexDania: paragraphs of the act count, those of amending acts below it are supplements")
    func denmark() throws {
        let text = """
            <Dokument SchemaLocation="LBKH.LexDania_2.1.xsd"><Meta><DocumentType>LBK H#1</DocumentType><AccessionNumber>A20240006229</AccessionNumber>
            <DocumentTitle>Lov om toksiner</DocumentTitle><Year>2024</Year><DiesSigni>2024-01-19</DiesSigni><Status>Historic</Status><Number>62</Number>
            <AnnouncedIn>Lovtidende A</AnnouncedIn></Meta><DokumentIndhold><Indledning><Exitus><Linea><Char>Herved bekendtgøres</Char></Linea></Exitus></Indledning>
            <Kapitel><Explicatus>Kapitel 1</Explicatus><Rubrica><Linea><Char>Formål</Char></Linea></Rubrica><ParagrafGruppe>
            <Paragraf localId="3a"><Explicatus>§ 3 a.</Explicatus><Stk><Exitus><Linea><Char>Toksiner er forbudt.</Char><Nota><Exitus><Linea><Char>Note</Char></Linea></Exitus></Nota></Linea></Exitus></Stk>
            <Stk><Explicatus>Stk. 2.</Explicatus><Exitus><Linea><Char>Uden undtagelse.</Char></Linea></Exitus></Stk></Paragraf></ParagrafGruppe></Kapitel>
            <Ikraft><Exitus><Linea><Char>Lov nr. 1</Char></Linea></Exitus><Paragraf><Explicatus>§ 4</Explicatus><Stk><Exitus><Linea><Char>Træder i kraft.</Char></Linea></Exitus></Stk></Paragraf></Ikraft>
            </DokumentIndhold></Dokument>
            """
        let result = try read(text)
        let law = try #require(result.laws.first)
        #expect(law.number == "62/2024")
        #expect(law.status == .repealed)
        #expect(law.sourceURL == "https://www.retsinformation.dk/eli/lta/2024/62")
        #expect(result.provisions.map(\.eId) == ["preamble", "sec_3a", "suppl_1", "suppl_1__sec_4"])
        #expect(result.provisions[1].path == ["Kapitel 1 Formål"])
        #expect(result.provisions[1].text == "Toksiner er forbudt.\nStk. 2. Uden undtagelse.")
        #expect(result.provisions.filter(\.isArticleOfBody).count == 1)
    }

    @Test("Riigi Teataja: raised numbers are kept, HTML within is read")
    func estonia() throws {
        let text = """
            <oigusakt xmlns="tyviseadus_1"><metaandmed><dokumentLiik>seadus</dokumentLiik><tekstiliik>terviktekst</tekstiliik>
            <vastuvoetud><aktikuupaev>2001-06-06</aktikuupaev><joustumine>2002-09-01</joustumine></vastuvoetud>
            <kehtivus><kehtivuseAlgus>2015-08-13+03:00</kehtivuseAlgus></kehtivus><globaalID>184411</globaalID></metaandmed>
            <aktinimi><nimi><pealkiri>Toksiiniseadus</pealkiri></nimi></aktinimi><sisu><preambul><tavatekst>Alus.</tavatekst></preambul>
            <peatykk><peatykkNr>1</peatykkNr><kuvatavNr>1. peatükk</kuvatavNr><peatykkPealkiri>ÜLDSÄTTED</peatykkPealkiri>
            <paragrahv><paragrahvNr ylaIndeks="2">12</paragrahvNr><kuvatavNr><![CDATA[§ 12<sup>2</sup>.]]></kuvatavNr><paragrahvPealkiri>Keeld</paragrahvPealkiri>
            <loige><loigeNr>1</loigeNr><kuvatavNr>(1)</kuvatavNr><sisuTekst><tavatekst>Keelatud.</tavatekst></sisuTekst><muutmismarge><RTosa>RT I</RTosa></muutmismarge></loige>
            <sisuTekst><HTMLKonteiner><![CDATA[<p>Lõige 8<sup>1</sup>&nbsp;kehtib.</p><p>Teine.</p>]]></HTMLKonteiner></sisuTekst></paragrahv>
            <paragrahv><paragrahvNr ylaIndeks="3">12</paragrahvNr><sisuTekst><tavatekst>Ka see.</tavatekst></sisuTekst></paragrahv></peatykk></sisu></oigusakt>
            """
        let result = try read(text)
        #expect(result.laws.first?.title == "Toksiiniseadus")
        #expect(result.laws.first?.inForce == "2002-09-01")
        #expect(result.laws.first?.version == "2015-08-13")
        #expect(result.provisions.map(\.eId) == ["preamble", "sec_12-2", "sec_12-3"])
        #expect(result.provisions[1].number == "12²")
        #expect(result.provisions[1].heading == "Keeld")
        #expect(result.provisions[1].path == ["1. peatükk ÜLDSÄTTED"])
        #expect(result.provisions[1].text == "(1) Keelatud.\nLõige 8¹ kehtib.\nTeine.")
    }

    @Test("Irish Statute Book: letters that are elements, the number said once")
    func ireland() throws {
        let text = """
            <act><metadata><title>TOXINS ACT 2024</title><number>7</number><year>2024</year><dateofenactment>20240207</dateofenactment></metadata>
            <frontmatter><p>An Act about toxins.</p><acttoc><p>CONTENTS</p></acttoc></frontmatter><body><part><title><p><b>PART 1</b></p><p>Bans</p></title>
            <sect><number>2.</number><title><p><b>Ban</b></p></title><p><b>2.</b> (1) D<afada/>il <odq/>toxin<cdq/><emdash/></p><p>(a) ricin.<fn><p>note</p></fn></p></sect></part></body>
            <backmatter><schedule><title><p>SCHEDULE 1</p></title><p>Ricin</p></schedule></backmatter></act>
            """
        let result = try read(text)
        #expect(result.laws.first?.number == "7/2024")
        #expect(result.laws.first?.enacted == "2024-02-07")
        #expect(result.provisions.map(\.eId) == ["preamble", "sec_2", "sched_1"])
        #expect(result.provisions[1].heading == "Ban")
        #expect(result.provisions[1].path == ["PART 1 Bans"])
        #expect(result.provisions[1].text == "(1) Dáil “toxin”—\n(a) ricin.")
    }

    @Test("BWB: number and heading of the head, metadata left out; the address gives the version")
    func netherlands() throws {
        let text = """
            <toestand bwb-ng-vast-deel="http://wetten.overheid.nl/id/BWBR0005291/2025-07-01/0"><wetgeving soort="wet" lang="nl">
            <intitule inwerking="1992-01-01">Wet van 22 november<meta-data><brondata><oorspronkelijk><publicatie><ondertekeningsdatum isodatum="1991-11-22"/></publicatie></oorspronkelijk></brondata></meta-data></intitule>
            <citeertitel>Toxinewet</citeertitel><wet-besluit><aanhef><wij>Wij JULIANA</wij></aanhef><wettekst>
            <hoofdstuk><kop><label>Hoofdstuk</label><nr>1</nr><titel>Verboden</titel></kop><artikel><kop><label>Artikel</label><nr>2a</nr><titel>- Verbod</titel></kop>
            <lid><lidnr>1</lidnr><al>Het is verboden:</al><lijst><li><li.nr>a.</li.nr><al>ricine<noot><al>noot</al></noot>.</al></li></lijst><meta-data><jcis/></meta-data></lid></artikel>
            <artikel><al><redactie type="vervanging">Vervallen</redactie></al></artikel></hoofdstuk></wettekst></wet-besluit>
            <bijlage><kop><label>Bijlage</label><nr>1</nr></kop><al>Lijst</al></bijlage></wetgeving></toestand>
            """
        let result = try read(text)
        let law = try #require(result.laws.first)
        #expect(law.expression == "/akn/nl/act/1991/bwbr0005291/nld@2025-07-01")
        #expect(law.title == "Toxinewet")
        #expect(law.inForce == "1992-01-01")
        #expect(result.provisions.map(\.eId) == ["preamble", "art_2a", "art_unnumbered", "sched_1"])
        #expect(result.provisions[1].heading == "Verbod")
        #expect(result.provisions[1].path == ["Hoofdstuk 1 Verboden"])
        #expect(result.provisions[1].text == "1 Het is verboden:\na. ricine.")
        #expect(result.provisions[2].text == "Vervallen")
    }

    @Test("BOE: of a block's versions the one in force, notes left out, dispositions kept")
    func spain() throws {
        let text = """
            <response><data><metadatos><identificador>BOE-A-2000-1</identificador><titulo>Ley de toxinas</titulo><numero_oficial>1/2000</numero_oficial>
            <fecha_disposicion>20000107</fecha_disposicion><estatus_derogacion>N</estatus_derogacion></metadatos><texto>
            <bloque tipo="encabezado" titulo="TÍTULO I"><version fecha_vigencia="20000101"><p class="titulo_num">TÍTULO I</p><p class="titulo_tit">Prohibiciones</p></version></bloque>
            <bloque tipo="encabezado" titulo="CAPÍTULO I"><version><p class="capitulo_num">CAPÍTULO I</p></version></bloque>
            <bloque tipo="precepto" titulo="Artículo 13"><version fecha_vigencia="20000101"><p class="articulo">Artículo 13. Objeto.</p><p>Antiguo.</p></version>
            <version fecha_vigencia="20100101"><p class="articulo">Artículo 13. Objeto.</p><p>1. Vigente.</p><p>2. Más.</p><blockquote><p class="nota_pie">Se modifica.</p></blockquote></version>
            <version fecha_vigencia="29000101"><p class="articulo">Artículo 13. Objeto.</p><p>Futuro.</p></version></bloque>
            <bloque tipo="encabezado" titulo="TÍTULO II"><version><p class="titulo">TÍTULO II</p></version></bloque>
            <bloque tipo="precepto" titulo="Disposición adicional primera"><version><p class="articulo">Disposición adicional primera. Ámbito.</p><p>Rige.</p></version></bloque>
            <bloque tipo="firma"><version><p>El Rey</p></version></bloque></texto></data></response>
            """
        let result = try read(text)
        #expect(result.laws.first?.expression == "/akn/es/act/2000/boe-a-2000-1/spa")
        #expect(result.laws.first?.status == .inForce)
        #expect(result.provisions.map(\.eId) == ["art_13", "art_disposicion-adicional-primera"])
        #expect(result.provisions[0].heading == "Objeto")
        #expect(result.provisions[0].path == ["TÍTULO I Prohibiciones", "CAPÍTULO I"])
        #expect(result.provisions[0].text == "1. Vigente.\n2. Más.")
        #expect(result.provisions[1].path == ["TÍTULO II"])
        #expect(result.provisions[1].heading == "Ámbito")
    }

    @Test("BOE: a disposition of the gazette is told by the classes of its paragraphs")
    func gazette() throws {
        let text = """
            <documento><metadatos><identificador>BOE-A-2026-2</identificador><titulo>Orden</titulo></metadatos><texto><p class="parrafo">Preámbulo.</p>
            <p class="capitulo_num">CAPÍTULO I</p><p class="capitulo_tit">Objeto</p><p class="articulo">Artículo 1. Objeto.</p><p class="parrafo">Se modifica:</p>
            <p class="articulo">«Artículo 25. Citado.</p><p class="parrafo">Texto.»</p><p class="articulo">Artículo 2. Fin.</p><p class="parrafo">Fin.</p>
            <p class="anexo_num">ANEXO I</p><p class="anexo_tit">Listas</p><p class="parrafo">Ricina.</p><p class="articulo">Artículo 1. Lista.</p><p class="parrafo">Más.</p>
            </texto></documento>
            """
        let provisions = try read(text).provisions
        #expect(provisions.map(\.eId) == ["preamble", "art_1", "art_2", "sched_1", "sched_1__art_1"])
        #expect(provisions[1].path == ["CAPÍTULO I", "Objeto"])
        #expect(provisions[1].text == "Se modifica:\n«Artículo 25. Citado.\nTexto.»")
        #expect(provisions[4].path == ["ANEXO I", "Listas"])
        #expect(provisions.filter(\.isArticleOfBody).count == 2)
    }
}
