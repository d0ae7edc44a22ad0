/// Finds the impacts at some ranks of a list without sorting it: a histogram tells the neighbourhood of a rank, and only that
/// is sorted.
enum RankedImpacts {
    private static let buckets = 1024

    /// The impacts of those postings that would stand at `ranks` if they stood by falling impact, the first at rank 1; 0 where
    /// there are fewer.
    ///
    /// - Parameter impacts: 0 to 1 each.
    static func impacts(_ impacts: [Float], at ranks: [Int]) -> [Float] {
        var histogram = [Int](repeating: 0, count: buckets)
        let places = impacts.map { impact in
            let place = bucket(impact)
            histogram[place] += 1
            return UInt16(truncatingIfNeeded: place)
        }
        return ranks.map { rank in
            guard rank <= impacts.count else { return 0 }
            var place = buckets - 1
            var above = 0
            while above + histogram[place] < rank {
                above += histogram[place]
                place -= 1
            }
            var near: [Float] = []
            near.reserveCapacity(histogram[place])
            let wanted = UInt16(truncatingIfNeeded: place)
            for index in places.indices where places[index] == wanted { near.append(impacts[index]) }
            near.sort(by: >)
            return near[rank - above - 1]
        }
    }

    /// The higher an impact, the higher its bucket: the upper ten bits of its fraction, once it is between 1 and 2.
    @inline(__always)
    private static func bucket(_ impact: Float) -> Int {
        let bits = (impact + 1).bitPattern &- Float(1).bitPattern
        return min(buckets - 1, Int(bits >> 13))
    }
}
