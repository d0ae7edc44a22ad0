import Foundation
import Legislation
import Testing

@Suite("National XML of Brazil and Chile")
struct AmericanDialectTests {
    @Test("LexML: the URN says kind, day and number; what an article alters is its text")
    func brazil() throws {
        let text = """
            <LexML xmlns="http://www.lexml.gov.br/1.0"><Metadado><Identificacao URN="urn:lex:br:federal:lei:2005-03-24;11105"/></Metadado>
            <Norma><ParteInicial><Epigrafe>LEI Nº 11.105</Epigrafe><Ementa>Regula as toxinas.</Ementa><Preambulo><p>O CONGRESSO decreta:</p></Preambulo>
            </ParteInicial><Articulacao><Capitulo><Rotulo>CAPÍTULO I</Rotulo><NomeAgrupador>DAS TOXINAS</NomeAgrupador>
            <Artigo><Rotulo>Art. 1º</Rotulo><Caput><p>É proibido:</p><Inciso><Rotulo>I –</Rotulo><p>fabricar.</p></Inciso></Caput></Artigo>
            <Artigo><Rotulo>Art. 2º-A.</Rotulo><Caput><p>A lei passa a vigorar:</p><Alteracao><Artigo abreAspas="s"><Rotulo>Art. 9º</Rotulo>
            <Caput><p>Citado.</p></Caput></Artigo></Alteracao></Caput></Artigo></Capitulo></Articulacao></Norma></LexML>
            """
        let result = try read(text)
        #expect(result.laws.first?.title == "LEI Nº 11.105 – Regula as toxinas.")
        #expect(result.laws.first?.number == "11105")
        #expect(result.laws.first?.enacted == "2005-03-24")
        #expect(result.laws.first?.kind == "lei")
        #expect(result.provisions.map(\.eId) == ["preamble", "art_1", "art_2-a"])
        #expect(result.provisions[1].path == ["CAPÍTULO I DAS TOXINAS"])
        #expect(result.provisions[1].text == "É proibido:\nI – fabricar.")
        #expect(result.provisions[2].text.hasSuffix("“\nArt. 9º Citado."))
    }

    @Test("LeyChile: parts within parts; the column of notes is left out, lines become paragraphs")
    func chile() throws {
        let text = """
            <Norma xmlns="http://www.leychile.cl/esquemas" normaId="77" fechaVersion="2019-11-11" derogado="no derogado">
            <Identificador fechaPromulgacion="1975-03-15"><TiposNumeros><TipoNumero><Tipo>Ley</Tipo><Numero>955</Numero></TipoNumero></TiposNumeros></Identificador>
            <Metadatos><TituloNorma>LEY DE TOXINAS</TituloNorma></Metadatos><Encabezado><Texto>Teniendo presente</Texto></Encabezado>
            <EstructurasFuncionales><EstructuraFuncional tipoParte="Capítulo"><Texto>Capítulo I     DE LAS TOXINAS</Texto>
            <Metadatos><TituloParte presente="si">Capítulo I DE LAS TOXINAS</TituloParte></Metadatos>
            <EstructurasFuncionales><EstructuraFuncional tipoParte="Artículo"><Texto>     Artículo 1º.- Se prohíbe fabricar                    LEY 1 Art. 2
            toda toxina.
                                                                    D.O. 1.1.2000
                 Sin excepción.</Texto><Metadatos><NombreParte presente="si">1 </NombreParte></Metadatos></EstructuraFuncional>
            </EstructurasFuncionales></EstructuraFuncional>
            <EstructuraFuncional tipoParte="Artículo" transitorio="transitorio"><Texto>Artículo primero.- Rige desde hoy.</Texto>
            <Metadatos><NombreParte presente="si">1</NombreParte></Metadatos></EstructuraFuncional></EstructurasFuncionales>
            <Promulgacion><Texto>Publíquese.</Texto></Promulgacion></Norma>
            """
        let result = try read(text)
        #expect(result.laws.first?.expression == "/akn/cl/act/1975/77/spa@2019-11-11")
        #expect(result.laws.first?.number == "955")
        #expect(result.laws.first?.status == .inForce)
        #expect(result.provisions.map(\.eId) == ["preamble", "art_1", "trans__art_1", "text_1"])
        #expect(result.provisions[1].path == ["Capítulo I DE LAS TOXINAS"])
        #expect(result.provisions[1].text == "Se prohíbe fabricar toda toxina.\nSin excepción.")
        #expect(result.provisions[2].text == "Rige desde hoy.")
    }

    @Test("LeyChile: a repealed law is said to be repealed")
    func repealed() throws {
        let text = """
            <Norma xmlns="http://www.leychile.cl/esquemas" normaId="1" derogado="derogado"><Metadatos><TituloNorma>X</TituloNorma></Metadatos>
            <EstructurasFuncionales><EstructuraFuncional tipoParte="Artículo"><Texto>Artículo único.- Nada.</Texto><Metadatos>
            <NombreParte presente="si">único </NombreParte></Metadatos></EstructuraFuncional></EstructurasFuncionales></Norma>
            """
        let result = try read(text)
        #expect(result.laws.first?.status == .repealed)
        #expect(result.provisions.map(\.eId) == ["art_unico"])
        #expect(result.provisions.map(\.text) == ["Nada."])
    }
}
