import Testing

@testable import Obligations

@Suite("Lines of data files")
struct ResourceLineTests {
    @Test("Comments and empty lines are left out, and counted")
    func numbers() {
        let lines = ResourceLine.all(in: "# what follows\n\na\tb\n#\nc\n")
        #expect(lines == [.init(number: 3, fields: ["a", "b"]), .init(number: 5, fields: ["c"])])
    }

    @Test(
        "Empty columns are columns",
        arguments: [("a\t\tb", ["a", "", "b"]), ("a\t", ["a", ""]), ("\t", ["", ""]), (" ", [" "])])
    func columns(line: String, fields: [String]) {
        #expect(ResourceLine.all(in: line) == [.init(number: 1, fields: fields)])
    }

    @Test("Lines may end as on Windows, and the last one without an end")
    func ends() {
        let lines = ResourceLine.all(in: "é\t中\r\n\r\n\tx\r\nlast")
        #expect(lines.map(\.fields) == [["é", "中"], ["", "x"], ["last"]])
        #expect(lines.map(\.number) == [1, 3, 4])
    }

    @Test("A text without lines has none", arguments: ["", "\n", "\r\n", "#", "#\n\n"])
    func none(text: String) {
        #expect(ResourceLine.all(in: text) == [])
    }

    @Test("A column is cut where its separator stands, without empty parts")
    func lists() {
        #expect(ResourceLine.list("nuclear|chemical||", separator: "|") == ["nuclear", "chemical"])
        #expect(ResourceLine.list("", separator: ",") == [])
        #expect(ResourceLine.list("中，文,é", separator: ",") == ["中，文", "é"])
    }
}
