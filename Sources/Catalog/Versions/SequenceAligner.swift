/// Finds which elements of two sequences stand for each other, in order.
///
/// What is alike at both ends is taken first. Short stretches are aligned by Myers' algorithm (the standard library's
/// `difference(from:)`), which is the best but takes the square of what differs. Long ones are first cut at elements
/// that occur once in both and stand in the same order (patience diff, Cohen); what then is still long and has no such
/// element is taken as replaced. Time and memory stay bounded whatever the texts are.
enum SequenceAligner {
    /// Elements of both sides up to which a stretch goes to Myers' algorithm.
    static let limit = 3_000

    /// Pairs of places that stand for each other, both ascending.
    static func pairs<Element: Hashable>(_ old: [Element], _ new: [Element]) -> [(old: Int, new: Int)] {
        var pairs: [(old: Int, new: Int)] = []
        // A stack of stretches instead of recursion: depth must not depend on the text.
        var stretches = [(old.indices, new.indices)]
        while let (left, right) = stretches.popLast() {
            var (oldStart, newStart) = (left.lowerBound, right.lowerBound)
            var (oldEnd, newEnd) = (left.upperBound, right.upperBound)
            while oldStart < oldEnd, newStart < newEnd, old[oldStart] == new[newStart] {
                pairs.append((oldStart, newStart))
                (oldStart, newStart) = (oldStart + 1, newStart + 1)
            }
            while oldStart < oldEnd, newStart < newEnd, old[oldEnd - 1] == new[newEnd - 1] {
                (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
                pairs.append((oldEnd, newEnd))
            }
            guard oldStart < oldEnd, newStart < newEnd else { continue }
            if oldEnd - oldStart + newEnd - newStart <= limit {
                pairs += myers(old, oldStart..<oldEnd, new, newStart..<newEnd)
                continue
            }
            let anchors = anchors(old, oldStart..<oldEnd, new, newStart..<newEnd)
            guard !anchors.isEmpty else { continue }
            pairs += anchors
            for (oldEdge, newEdge) in anchors {
                stretches.append((oldStart..<oldEdge, newStart..<newEdge))
                (oldStart, newStart) = (oldEdge + 1, newEdge + 1)
            }
            stretches.append((oldStart..<oldEnd, newStart..<newEnd))
        }
        return pairs.sorted { $0.old < $1.old }
    }

    private static func myers<Element: Hashable>(
        _ old: [Element], _ left: Range<Int>, _ new: [Element], _ right: Range<Int>
    ) -> [(old: Int, new: Int)] {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in Array(new[right]).difference(from: Array(old[left])) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        let kept = (0..<left.count).filter { !removed.contains($0) }
        let found = (0..<right.count).filter { !inserted.contains($0) }
        return zip(kept, found).map { ($0 + left.lowerBound, $1 + right.lowerBound) }
    }

    /// Elements that occur once on each side, the longest run of them that stands in the same order on both.
    private static func anchors<Element: Hashable>(
        _ old: [Element], _ left: Range<Int>, _ new: [Element], _ right: Range<Int>
    ) -> [(old: Int, new: Int)] {
        var places: [Element: (old: Int, new: Int?, isRepeated: Bool)] = [:]
        for place in left {
            let known = places[old[place]]
            places[old[place]] = (place, nil, known != nil)
        }
        for place in right {
            guard var known = places[new[place]] else { continue }
            if known.new != nil { known.isRepeated = true }
            known.new = place
            places[new[place]] = known
        }
        let shared = places.values.compactMap { entry -> (old: Int, new: Int)? in
            guard !entry.isRepeated, let new = entry.new else { return nil }
            return (entry.old, new)
        }.sorted { $0.old < $1.old }
        // Longest rising run: for each length the smallest last place, and each element's one before it.
        var tails: [Int] = []
        var before = [Int?](repeating: nil, count: shared.count)
        for (index, pair) in shared.enumerated() {
            var (low, high) = (0, tails.count)
            while low < high {
                let middle = (low + high) / 2
                if shared[tails[middle]].new < pair.new { low = middle + 1 } else { high = middle }
            }
            before[index] = low > 0 ? tails[low - 1] : nil
            if low == tails.count { tails.append(index) } else { tails[low] = index }
        }
        var run: [(old: Int, new: Int)] = []
        var next = tails.last
        while let index = next {
            run.append(shared[index])
            next = before[index]
        }
        return run.reversed()
    }
}
