internal import Legislation
internal import Obligations

extension DossierWriter {
    /// The draft of a voluntary national action plan: the gaps as measures, with steps and fields to fill in.
    ///
    /// Priority 1: most States like it have the cell, or nothing at all is prohibited; 2: some have; 3: few.
    public func plan(_ matrix: StateMatrix, _ gaps: [Gap]) -> ReviewDocument {
        var document = head(words("plan.title"), matrix)
        document.blocks = [.paragraph(words("plan.intro"))]
        let measures = Self.measures(gaps)
        document.blocks.append(
            .table(
                .init(
                    header: ["", words("plan.measure"), words("plan.priority")],
                    rows: measures.enumerated().map { place, gap in
                        ["\(place + 1)", title(of: gap.cell.cell), words("plan.priority.\(Self.priority(gap))")]
                    },
                    widths: [0.08, 0.72, 0.2])))
        for (place, gap) in measures.enumerated() {
            document.blocks.append(.heading("\(place + 1). \(title(of: gap.cell.cell))", level: 2))
            document.blocks.append(
                .paragraph("\(words("plan.priority")): \(words("plan.priority.\(Self.priority(gap))")). \(others(gap))")
            )
            var steps = [words("plan.step.review")]
            steps.append(words(gap.isBlank ? "plan.step.draft" : "plan.step.complete"))
            if gap.cell.cell.aspect == .enforcement { steps.append(words("plan.step.enforce")) }
            document.blocks.append(.steps(steps))
            if let model = models(gap.cell.cell) {
                document.blocks.append(.paragraph("\(words("model")): \(model.heading) (\(model.name))"))
            }
            for choice in gap.comparables {
                var quotation = quotation(choice)
                quotation.text = ""
                document.blocks.append(.quotation(quotation))
            }
            document.blocks.append(
                .fields(
                    ["authority", "deadline", "assistance", "status"].map { words("plan.field.\($0)") }))
        }
        return document
    }

    /// One measure for each cell, at most ``gapLimit``, by priority and then as the gaps are ordered.
    private static func measures(_ gaps: [Gap]) -> [Gap] {
        let first = gaps.prefix(gapLimit)
        return (1...3).flatMap { wanted in first.filter { priority($0) == wanted } }
    }

    private static func priority(_ gap: Gap) -> Int { gap.share >= 0.5 ? 1 : gap.share >= 0.2 ? 2 : 3 }
}
