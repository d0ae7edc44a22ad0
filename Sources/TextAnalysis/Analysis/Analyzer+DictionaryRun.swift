import CICU

extension Analyzer {
    /// Appends the tokens of the run of one dictionary script at `start`; returns the index behind it.
    @inline(never)
    func appendDictionaryRun(
        _ text: UTF8Text, _ start: Int, origin: Origin, into output: inout TokenOutput
    ) -> Int {
        run.pointee.removeAll()
        let end = collect(text, start, into: &run.pointee)
        guard !run.pointee.units.isEmpty else { return end }
        if makesStems { run.pointee.segment(by: segmenter) }
        emit(run.pointee, origin, into: &output)
        return end
    }

    /// Reads the run into units; returns the index behind it.
    private func collect(_ text: UTF8Text, _ start: Int, into run: inout DictionaryRun) -> Int {
        let fold = ExactFold.table
        let isHan = properties[text.decode(at: start).scalar].isHanOrKana
        var last: UInt32 = 0
        var index = start
        while index < text.count {
            let (scalar, length) = text.decode(at: index)
            let here = properties[scalar]
            let belongs = isHan ? here.isHanOrKana : here.isComplexContext
            guard belongs || (here.isIgnorable && scalar >= 0x80) else { break }
            defer { index += length }
            let continues = here.continuesCluster || here.isIgnorable
            if continues, !run.units.isEmpty {
                run.units[run.units.count &- 1].end = index + length
                last = extend(&run, by: scalar, isHan: isHan, after: last)
                continue
            }
            let entry = ExactFold.entry(scalar, fold)
            if entry == ExactFold.deleted { continue }
            let before = run.folded.count
            run.units.append(
                DictionaryRun.Unit(folded: before, start: index, end: index + length, utf16: run.utf16.count))
            last = append(scalar, entry, isHan: isHan, to: &run)
        }
        return index
    }

    /// Appends a character's folded form; returns the last scalar written.
    private func append(_ scalar: UInt32, _ entry: UInt32, isHan: Bool, to run: inout DictionaryRun) -> UInt32 {
        var last = scalar
        if entry == ExactFold.special {
            switch ExactFold.mapping(of: scalar) {
            case .none: return scalar
            case .one(let one):
                run.folded.append(scalar: one)
                last = one
            case .several(let scalars):
                for one in scalars {
                    run.folded.append(scalar: one)
                    last = one
                }
            }
        } else {
            last = entry == 0 ? scalar : entry
            run.folded.append(scalar: last)
        }
        guard makesStems else { return last }
        // As written, or folded: the dictionary has Thai SARA AM whole, and only simplified forms of Chinese words
        // can be counted upon.
        run.appendUTF16(isHan && !policy.segmentsHanAsWritten ? last : scalar)
        return last
    }

    /// Adds a mark to the last unit, composing it with the scalar before it where Unicode does.
    private func extend(_ run: inout DictionaryRun, by scalar: UInt32, isHan: Bool, after last: UInt32) -> UInt32 {
        let entry = ExactFold.entry(scalar, ExactFold.table)
        if entry == ExactFold.deleted { return last }
        let folded: UInt32
        if entry == ExactFold.special, case .one(let one) = ExactFold.mapping(of: scalar) {
            folded = one
        } else if entry == ExactFold.special {
            return append(scalar, entry, isHan: isHan, to: &run)
        } else {
            folded = entry == 0 ? scalar : entry
        }
        let composed = entry == ExactFold.special ? cicu_compose_pair(last, folded) : -1
        guard composed >= 0 else {
            run.folded.append(scalar: folded)
            if makesStems { run.appendUTF16(isHan ? folded : scalar) }
            return folded
        }
        let whole = UInt32(composed)
        run.folded.removeLastScalar()
        run.folded.append(scalar: whole)
        if makesStems {
            run.utf16.truncate(to: run.utf16.count - 1)
            run.appendUTF16(whole)
        }
        return whole
    }

    private func emit(_ run: borrowing DictionaryRun, _ origin: Origin, into output: inout TokenOutput) {
        let unitCount = run.units.count
        let termStart = output.byteOffset
        run.folded.withElements { output.append(bytes: $0) }
        let base = output.positionCount
        var word = 0
        var wordEndUnit = 0
        for index in 0..<unitCount {
            let next = min(index &+ 1, unitCount &- 1)
            appendRunToken(run, termStart, index, next, .exact, base, origin, into: &output)
            guard makesStems, index == wordEndUnit else { continue }
            // The next boundary that does not fall within a unit's marks.
            while word < segmenter.boundaryCount, wordEndUnit <= index {
                let boundary = Int(run.boundaries[word])
                word += 1
                while wordEndUnit < unitCount, run.units[wordEndUnit].utf16 < boundary { wordEndUnit += 1 }
            }
            if wordEndUnit <= index { wordEndUnit = unitCount }
            appendRunToken(run, termStart, index, wordEndUnit - 1, .stem, base, origin, into: &output)
        }
        output.positionCount = base &+ UInt32(truncatingIfNeeded: unitCount)
    }

    /// Appends the token of the units `first ... last`, whose bytes already stand in the buffer's arena.
    @inline(__always)
    private func appendRunToken(
        _ run: borrowing DictionaryRun, _ termStart: UInt32, _ first: Int, _ last: Int, _ form: TokenBuffer.Form,
        _ base: UInt32,
        _ origin: Origin, into output: inout TokenOutput
    ) {
        let foldedStart = run.units[first].folded
        var foldedEnd = run.foldedEnd(last)
        if foldedEnd - foldedStart > Analyzer.longestTerm {
            foldedEnd = foldedStart + Analyzer.longestTerm
            while run.folded[foldedEnd] & 0xC0 == 0x80 { foldedEnd -= 1 }
        }
        guard foldedEnd > foldedStart else { return }
        let range = origin.range(run.units[first].start, run.units[last].end)
        output.append(
            TokenBuffer.Record(
                termOffset: termStart &+ UInt32(truncatingIfNeeded: foldedStart),
                termLength: UInt8(truncatingIfNeeded: foldedEnd - foldedStart), form: form,
                position: base &+ UInt32(truncatingIfNeeded: first), start: range.start, end: range.end))
    }
}
