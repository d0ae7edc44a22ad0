/// Postings too few for a block of 128: a short list, or the tail of a long one.
///
/// Fewer than ``RunPacking/smallest``, one after the other:
/// ```
/// per posting: document gap · 4 + code, then what the code says (0: once in the text; 1: text frequency;
/// 2: text, heading and title frequency; 3: once in the title)
/// ```
/// Else (each run as RunPacking has it):
/// ```
/// kind (u8) · document gaps
/// kind 1: text frequencies less 1; kind 2: text, heading and title frequencies; kind 0: all once in the text
/// ```
enum ShortPostings {
    private enum Kind: UInt8 {
        case ones
        case text
        case fields
    }

    /// Appends the postings `range` of `list`; `previous` is the document before them.
    static func append(
        _ list: PostingBuffer.View, _ range: Range<Int>, after previous: UInt32, to output: inout ByteWriter
    ) {
        guard range.count >= RunPacking.smallest else { return appendEach(list, range, after: previous, to: &output) }
        let hasFields = list.hasOtherFields(range) || range.contains { list.text[$0] == 0 }
        let kind: Kind = hasFields ? .fields : range.contains { list.text[$0] != 1 } ? .text : .ones
        output.append(kind.rawValue)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: range.count) { numbers in
            let run = UnsafeBufferPointer(numbers)
            var last = previous
            for (place, index) in range.enumerated() {
                numbers[place] = list.documents[index] - last
                last = list.documents[index]
            }
            RunPacking.encode(run, into: &output)
            guard kind == .text else { return }
            for (place, index) in range.enumerated() { numbers[place] = list.text[index] - 1 }
            RunPacking.encode(run, into: &output)
        }
        guard kind == .fields else { return }
        for field in [list.text, list.heading, list.title] {
            RunPacking.encode(UnsafeBufferPointer(rebasing: field[range]), into: &output)
        }
    }

    private static func appendEach(
        _ list: PostingBuffer.View, _ range: Range<Int>, after previous: UInt32, to output: inout ByteWriter
    ) {
        var last = previous
        for index in range {
            let gap = UInt64(list.documents[index] - last) << 2
            last = list.documents[index]
            switch (list.text[index], list.heading[index], list.title[index]) {
            case (1, 0, 0):
                output.append(variable: gap)
            case (let text, 0, 0):
                output.append(variable: gap | 1)
                output.append(variable: UInt64(text))
            case (0, 0, 1):
                output.append(variable: gap | 3)
            case (let text, let heading, let title):
                output.append(variable: gap | 2)
                output.append(variable: UInt64(text))
                output.append(variable: UInt64(heading))
                output.append(variable: UInt64(title))
            }
        }
    }

    /// Where postings are read to: room for 128 numbers each.
    struct Output {
        let documents: UnsafeMutablePointer<UInt32>
        let text: UnsafeMutablePointer<UInt32>
        let heading: UnsafeMutablePointer<UInt32>
        let title: UnsafeMutablePointer<UInt32>
    }

    /// Reads `count` postings, at most 128, and gives whether any stands in a heading or title; nil when damage is met.
    /// All documents read are below `documentCount`. The bytes must be followed by ``RunPacking/padding`` readable ones.
    static func read(
        _ reader: inout ByteReader, count: Int, after previous: UInt32, documentCount: UInt32, into output: Output
    ) -> Bool? {
        guard count >= RunPacking.smallest else {
            return readEach(&reader, count: count, after: previous, documentCount: documentCount, into: output)
        }
        guard let kind = Kind(rawValue: reader.byte()),
            RunPacking.read(&reader, count: count, into: output.documents)
        else { return nil }
        var last = UInt64(previous)
        for index in 0..<count {
            last &+= UInt64(output.documents[index])
            output.documents[index] = UInt32(truncatingIfNeeded: last)
        }
        // At most 128 gaps of 32 bits: the sum cannot wrap, so if the last is below the count all are.
        guard last < UInt64(documentCount) else { return nil }
        switch kind {
        case .ones:
            output.text.update(repeating: 1, count: count)
        case .text:
            guard RunPacking.read(&reader, count: count, into: output.text) else { return nil }
            for index in 0..<count { output.text[index] &+= 1 }
        case .fields:
            guard RunPacking.read(&reader, count: count, into: output.text),
                RunPacking.read(&reader, count: count, into: output.heading),
                RunPacking.read(&reader, count: count, into: output.title)
            else { return nil }
            return true
        }
        output.heading.update(repeating: 0, count: count)
        output.title.update(repeating: 0, count: count)
        return false
    }

    private static func readEach(
        _ reader: inout ByteReader, count: Int, after previous: UInt32, documentCount: UInt32, into output: Output
    ) -> Bool? {
        var last = UInt64(previous)
        var hasFields = false
        for index in 0..<count {
            let value = reader.variable()
            last &+= value >> 2
            guard last < UInt64(documentCount) else { return nil }
            output.documents[index] = UInt32(last)
            (output.text[index], output.heading[index], output.title[index]) = (1, 0, 0)
            switch value & 3 {
            case 0: break
            case 1:
                output.text[index] = reader.variable32()
            case 2:
                output.text[index] = reader.variable32()
                output.heading[index] = reader.variable32()
                output.title[index] = reader.variable32()
                hasFields = true
            default:
                (output.text[index], output.title[index]) = (0, 1)
                hasFields = true
            }
        }
        return reader.failed ? nil : hasFields
    }
}
