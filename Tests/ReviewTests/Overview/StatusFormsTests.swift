import Foundation
import FoundationXML
import Legislation
import Obligations
import Testing

@testable import Review

@Suite("Forms of the overview")
struct StatusFormsTests {
    @Test(
        "a field that would be a formula becomes a text",
        arguments: [
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(1)", "'@SUM(1)"), ("\t=1", "'\t=1"),
            (" =1", "' =1"), ("＝1", "'＝1"), ("=1,\"x\"", "\"'=1,\"\"x\"\"\""), ("a=1", "a=1"), ("", ""), ("é", "é"),
            ("a\nb", "\"a\nb\""), ("\r=1", "\"'\r=1\""), ("\u{FEFF}=1", "'\u{FEFF}=1"),
        ])
    func formulas(value: String, written: String) { #expect(CSVDocument.field(value) == written) }

    @Test("the table has a row a State and as many fields in each")
    func csv() throws {
        var world = try SampleWorld()
        try world.set("CI", .firstReport, "2005-01-01")
        try world.set("CI", .additionalReports, "2006-01-01; 2007-01-01")
        let text = StatusCSV.text(try world.status(["CI", "KE", "CD"]))
        let rows = try CSVTable(Data(text.utf8)).rows
        #expect(rows.count == 4 && Set(rows.map(\.fields.count)).count == 1)
        #expect(rows[1].fields[7] == "2006-01-01; 2007-01-01" && rows[1].fields[2] == "Côte d’Ivoire")
        #expect(text.hasSuffix("\r\n"))
    }

    @Test("the drawing is well-formed, with title, description and legend, a square for each State and row")
    func svg() throws {
        var world = try SampleWorld()
        let kenya = try world.state("KE").jurisdiction
        for (value, weapon) in zip([CellValue.documented, .unclear, .notApplicable], Weapon.allCases) {
            for aspect in Aspect.allCases {
                world.coverage[kenya, default: [:]][SampleWorld.cell("op2.use", weapon, aspect)] = value
            }
        }
        let alba = RegisteredState(
            fictional: try #require(Jurisdiction(fictional: "XA")), name: "<Alba> & \"Co\"\u{1}\u{FFFE} (fictional)")
        let status = WorldStatus(
            states: [try world.state("KE"), alba], matrix: world.matrix, ledger: world.ledger, coverage: world.coverage)
        let text = StatusSVG(status, notice: "1 record <left out>").text
        let parser = XMLParser(data: Data(text.utf8))
        let counter = ElementCounter()
        parser.delegate = counter
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(counter.names["rect", default: 0] >= 2 * world.matrix.rows.count + 3)
        #expect(text.contains("Kenya, op2.use: NW framework and enforcement documented; CW unclear; BW not applicable"))
        #expect(text.contains("role=\"img\"") && text.contains("<desc id=\"d\">2 States"))
        for (level, _) in StatusSVG.fills { #expect(text.contains(">\(level.name)</text>")) }
        #expect(text.contains("&lt;left out&gt;"))
    }

    @Test("the overview of all States is drawn and written out, and is the same each time")
    func world() throws {
        var world = try SampleWorld()
        for state in world.register.states {
            for row in world.matrix.rows {
                for cell in row.cells { world.coverage[state.jurisdiction, default: [:]][cell] = .documented }
            }
        }
        let codes = world.register.states.map(\.code)
        let first = StatusSVG(try world.status(codes)).text
        #expect(first == StatusSVG(try world.status(codes)).text)
        #expect(StatusDocument(try world.status(codes)).json == StatusDocument(try world.status(codes)).json)
    }
}

private final class ElementCounter: NSObject, XMLParserDelegate {
    var names: [String: Int] = [:]

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) { names[name, default: 0] += 1 }
}
