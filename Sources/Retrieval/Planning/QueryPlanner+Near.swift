internal import InvertedIndex

extension QueryPlanner {
    /// Two operands within a distance of each other.
    func near(
        _ left: QueryNode, _ right: QueryNode, distance: UInt32, fields: IndexFieldSet
    ) throws -> IndexQuery {
        var slots: [IndexPhrase.Slot] = []
        var whole: [IndexQuery] = []
        for operand in [left, right] {
            let operandSlots = try self.slots(operand)
            if operandSlots.count > 1 { whole.append(try required(operand, fields: fields)) }
            slots += operandSlots
        }
        guard !slots.isEmpty, slots.allSatisfy({ !$0.keys.isEmpty }) else { return .nothing }
        let near = IndexQuery.phrase(IndexPhrase(slots: slots, proximity: .near(distance), fields: fields))
        return whole.isEmpty ? near : .filtered(near, by: whole.count == 1 ? whole[0] : .all(whole))
    }

    /// The places an operand of NEAR takes.
    private func slots(_ node: QueryNode) throws -> [IndexPhrase.Slot] {
        switch node {
        case .words(let words):
            return words.flatMap { word in
                WordAnalysis(word.text, analyzers: analyzers).units.map { unit in
                    IndexPhrase.Slot(keys: [unit.exact] + unit.stems.map(\.key), offset: 0)
                }
            }
        case .phrase(let word):
            return WordAnalysis(word.text, analyzers: Array(analyzers.prefix(1))).units.map { unit in
                IndexPhrase.Slot(keys: [unit.exact], offset: 0)
            }
        case .prefix(let word): return [.init(keys: Array(try prefixTerms(word).prefix(1024)), offset: 0)]
        case .fuzzy(let word, let edits):
            return [.init(keys: Array(try fuzzyTerms(word, edits: edits).prefix(1024)), offset: 0)]
        case .any(let nodes):
            let keys = try nodes.flatMap { try slots($0).flatMap(\.keys) }
            return [.init(keys: keys, offset: 0)]
        default: return []
        }
    }
}
