/// The sequence that bare numbers make: `1.`, `2.`, `3.`… head sections in laws of British descent.
enum BareNumbers {
    private struct Run {
        /// Lines of its numbers.
        var places: [Int]
        /// Letters between its first and its last number.
        var letters: Int

        var start: Int { places.first ?? 0 }
        var count: Int { places.count }
    }

    /// The lines of these levels that are numbered 1, 2, 3… one after the other.
    static func places(
        in lines: [SourceLine], _ matches: [Int: HeadingMatch], levels: ClosedRange<Int> = 0...0
    ) -> [Int] {
        var places: [Int] = []
        for (number, line) in lines.enumerated() where levels.contains(line.level) {
            if let match = matches[number], match.isBare, match.numeral?.value == places.count + 1 {
                places.append(number)
            }
        }
        return places
    }

    /// How far lines of the body are numbered 1, 2, 3…
    static func reach(in lines: [SourceLine], _ matches: [Int: HeadingMatch]) -> Int {
        places(in: lines, matches).count
    }

    /// The line of the 1 that the longest run begins with; of runs about as long, as those of a table of contents and of
    /// the text it lists are, the one with more text.
    static func start(in lines: [SourceLine], _ matches: [Int: HeadingMatch]) -> Int {
        best(lines, matches)?.start ?? 0
    }

    private static func best(_ lines: [SourceLine], _ matches: [Int: HeadingMatch]) -> Run? {
        let numbers = lines.indices.compactMap { line -> (line: Int, value: Int)? in
            guard lines[line].level == 0, let match = matches[line], match.isBare, let value = match.numeral?.value
            else { return nil }
            return (line, value)
        }
        var lengths = [0]
        for line in lines { lengths.append(lengths[lengths.count - 1] + line.text.utf8.count) }
        var best: Run?
        for (index, first) in numbers.enumerated().filter({ $1.value == 1 }).prefix(200) {
            var places = [first.line]
            for number in numbers[(index + 1)...] where number.value == places.count + 1 { places.append(number.line) }
            let last = places[places.count - 1]
            let run = Run(places: places, letters: lengths[last + 1] - lengths[first.line])
            guard let other = best else {
                best = run
                continue
            }
            let isLonger = run.count > other.count + other.count / 10
            let isAlike = run.count * 10 >= other.count * 9
            // A run that begins later and says nearly as much was listed before in a table of contents; the items of a
            // list in the first section are not so many.
            let isListed = other.places.count { $0 < run.start } >= 3
            if isLonger || isAlike && isListed && run.letters * 3 > other.letters * 2 { best = run }
        }
        return best
    }
}
