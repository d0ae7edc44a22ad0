/// The words of a section: one line for each subsection, paragraph and definition, with its label.
enum JusticeCanadaText {
    private static let silent: Set<String> = [
        "HistoricalNote", "FootnoteRef", "Footnote", "ScheduleFormHeading", "OriginatingRef", "MathMLBlock", "Image",
    ]
    private static let blocks: Set<String> = [
        "Subsection", "Paragraph", "Subparagraph", "Clause", "Subclause", "Subsubclause", "Definition",
        "ContinuedSectionSubsection", "ContinuedParagraph", "ContinuedSubparagraph", "ContinuedClause",
        "ContinuedDefinition", "Provision", "Item", "row", "FormulaGroup", "FormulaDefinition", "Oath", "List",
        "Heading", "Preamble", "Enacts", "Group", "DocumentInternal", "ReadAsText", "SectionPiece", "QuotedText",
    ]

    static func text(of element: XMLElement) -> String {
        var lines = TextLines()
        gather(element, isRoot: true, &lines)
        return lines.text
    }

    static func title(_ note: XMLElement) -> String {
        XMLElement(tag: note.tag, children: note.children.filter { !isSilent($0) }).inlineText
    }

    private static func isSilent(_ child: XMLElement.Child) -> Bool {
        if case .element(let element) = child { return silent.contains(element.name) }
        return false
    }

    private static func gather(_ element: XMLElement, isRoot: Bool, _ lines: inout TextLines) {
        for child in element.children {
            switch child {
            case .text(let words): lines.append(words)
            case .element(let inner):
                if silent.contains(inner.name) { continue }
                if isRoot, inner.name == "Label" || inner.name == "MarginalNote" { continue }
                if blocks.contains(inner.name) || inner.name == "MarginalNote" { lines.begin() }
                gather(inner, isRoot: false, &lines)
                if blocks.contains(inner.name) || inner.name == "MarginalNote" {
                    lines.begin()
                } else if ["Label", "entry", "TitleText", "Text"].contains(inner.name) {
                    lines.append(" ")
                }
            }
        }
    }
}
