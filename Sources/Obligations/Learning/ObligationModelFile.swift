internal import CZlib
internal import Foundation

/// The text form of a model: statements a line, fields separated by tabs.
///
///     concord-model  1  CRC-32          first line; the checksum is of all lines below
///     head           NAME  INTERCEPT    answers in their order: rows first, then groups, any, aspects, weapons
///     prior          CODE  LOGARITHM
///     pooled         NAME  WEIGHT       weights of the second stage; `intercept` is one of the names
///     knot           PROBABILITY  SHARE
///     cut            SHARE
///     feature        NAME  RARITY  HEAD:WEIGHT …
///
/// Weights of features are in hundredths, heads are counted from 0; weights that round to less than the threshold
/// of the writer are left out.
struct ObligationModelFile {
    static let format = 1
    /// Weights below, in hundredths, change no measured figure and make up most of the file.
    static let threshold = 7

    let matrix: ObligationMatrix
    let space: FeatureSpace

    // MARK: Writing

    func text(of model: ObligationModel) -> String {
        var lines: [String] = []
        for head in 0..<model.heads.count {
            lines.append("head\t\(model.heads.name(of: head))\t\(Self.number(Double(model.intercepts[head]), 3))")
        }
        for (place, code) in model.heads.codes.enumerated() {
            lines.append("prior\t\(code)\t\(Self.number(model.priors[place], 3))")
        }
        for (name, weight) in zip(PooledFeatures.names, model.pooled) {
            lines.append("pooled\t\(name)\t\(Self.number(weight, 5))")
        }
        lines.append("pooled\tintercept\t\(Self.number(model.pooledIntercept, 5))")
        for knot in model.scale.knots { lines.append("knot\t\(Self.number(knot.x, 6))\t\(Self.number(knot.y, 6))") }
        lines.append("cut\t\(Self.number(model.scale.cut, 2))")
        for (column, key) in model.vocabulary.keys.enumerated() {
            var fields: [String] = []
            for head in 0..<model.heads.count {
                let hundredths = Int((model.weight(column, head) * 100).rounded())
                if abs(hundredths) >= Self.threshold { fields.append("\(head):\(hundredths)") }
            }
            // A feature without weights still counts for the length to which a provision's features are scaled.
            lines.append(
                "feature\t\(space.name(of: key))\t\(Self.number(Double(model.vocabulary.rarity[column]), 2))\t"
                    + fields.joined(separator: " "))
        }
        return signed(lines.joined(separator: "\n") + "\n")
    }

    /// The lines with the first one before them.
    func signed(_ body: String) -> String {
        "concord-model\t\(Self.format)\t\(Self.checksum(body))\n" + body
    }

    private static func number(_ value: Double, _ digits: Int) -> String {
        String(format: "%.\(digits)f", locale: Locale(identifier: "en_US_POSIX"), value)
    }

    private static func checksum(_ body: String) -> String {
        let value = Array(body.utf8).withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    }

    // MARK: Reading

    /// Reads what ``text(of:)`` wrote.
    ///
    /// - Throws: ``ResourceError`` with the line for anything else.
    func model(from text: String, name: String = ObligationModel.fileName) throws(ResourceError) -> ObligationModel {
        let again = "; train it again with 'concord train', or restore the file from the repository"
        func fault(_ line: Int?, _ reason: String) -> ResourceError {
            ResourceError(name: name, line: line, reason: reason + again)
        }
        guard let end = text.firstIndex(of: "\n") else { throw fault(1, "it is not a model of the classifier") }
        let first = text[..<end].split(separator: "\t")
        guard first.count == 3, first[0] == "concord-model" else {
            throw fault(1, "it is not a model of the classifier")
        }
        guard first[1] == "\(Self.format)" else {
            throw fault(1, "format \(first[1]), but this program reads \(Self.format)")
        }
        let body = String(text[text.index(after: end)...])
        guard Self.checksum(body) == first[2] else {
            throw fault(nil, "its checksum does not fit: it was damaged or edited")
        }

        var parts = Parts()
        // Over bytes: cutting a megabyte of text by characters would take most of a start.
        for (offset, line) in body.utf8.split(separator: UInt8(ascii: "\n")).enumerated() {
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(Substring.init)
            if let reason = parts.add(fields, space) { throw fault(offset + 2, reason) }
        }
        let codes = parts.heads.prefix { !$0.name.hasPrefix("group:") }.map { ObligationCode($0.name) }
        let heads = OutputHeads(codes: codes, matrix: matrix)
        guard heads.codes == codes, parts.heads.map(\.name) == (0..<heads.count).map(heads.name(of:)) else {
            throw fault(nil, "its heads are not rows of this matrix")
        }
        guard parts.priors.map(\.name) == codes.map(\.rawValue) else { throw fault(nil, "its priors are incomplete") }
        guard parts.pooled.map(\.name) == PooledFeatures.names + ["intercept"] else {
            throw fault(nil, "its second stage is not the one this program has")
        }
        return try assemble(parts, heads, fault)
    }

    private func assemble(
        _ parts: Parts, _ heads: OutputHeads, _ fault: (Int?, String) -> ResourceError
    ) throws(ResourceError) -> ObligationModel {
        let lanes = (heads.count + 15) / 16
        let known = parts.features.sorted { $0.key < $1.key }
        for (left, right) in zip(known, known.dropFirst()) where left.key == right.key {
            throw fault(nil, "feature '\(space.name(of: left.key))' stands twice")
        }
        var weights = [SIMD16<Float>](repeating: SIMD16<Float>.zero, count: known.count * lanes)
        for (column, feature) in known.enumerated() {
            for (head, weight) in feature.weights {
                guard head < heads.count else { throw fault(nil, "head \(head) does not exist") }
                weights[column * lanes + head / 16][head % 16] = weight
            }
        }
        let pooled = parts.pooled.map(\.value)
        return ObligationModel(
            heads: heads,
            vocabulary: FeatureVocabulary(keys: known.map(\.key), rarity: known.map(\.rarity)),
            weights: weights, lanes: lanes, intercepts: parts.heads.map { Float($0.value) },
            priors: parts.priors.map(\.value), pooled: Array(pooled.dropLast()), pooledIntercept: pooled.last ?? 0,
            scale: ConfidenceScale(knots: parts.knots, cut: parts.cut))
    }

    /// What the lines say.
    private struct Parts {
        var heads: [(name: String, value: Double)] = []
        var priors: [(name: String, value: Double)] = []
        var pooled: [(name: String, value: Double)] = []
        var knots: [SIMD2<Double>] = []
        var cut = 0.5
        var features: [(key: FeatureKey, rarity: Float, weights: [(head: Int, weight: Float)])] = []

        /// - Returns: what is wrong with the line; nil where nothing is.
        mutating func add(_ fields: [Substring], _ space: FeatureSpace) -> String? {
            func number(_ place: Int) -> Double? {
                guard let value = Double(fields[place]), value.isFinite, abs(value) < 1e6 else { return nil }
                return value
            }
            switch (fields[0], fields.count) {
            case ("head", 3), ("prior", 3), ("pooled", 3):
                guard let value = number(2) else { return "'\(fields[2])' is not a number" }
                let entry = (name: String(fields[1]), value: value)
                switch fields[0] {
                case "head": heads.append(entry)
                case "prior": priors.append(entry)
                default: pooled.append(entry)
                }
            case ("knot", 3):
                guard let x = number(1), let y = number(2), (0...1).contains(x), (0...1).contains(y),
                    x >= knots.last?.x ?? 0, y >= knots.last?.y ?? 0
                else { return "a knot does not rise from 0 to 1" }
                knots.append(SIMD2(x, y))
            case ("cut", 2):
                guard let value = number(1), value > 0, value <= 0.5 else {
                    return "the cut is not above 0 and at most 0.5"
                }
                cut = value
            case ("feature", 4):
                // A feature of a concept or word that was taken out since is never seen again.
                guard let key = space.key(of: String(fields[1])) else { return nil }
                guard let rarity = number(2), rarity >= 0 else { return "'\(fields[2])' is not a rarity" }
                guard let weights = Self.weights(fields[3].utf8) else {
                    return "'\(fields[3].prefix(40))' is not HEAD:WEIGHT"
                }
                features.append((key, Float(rarity), weights))
            default:
                return "unknown statement '\(fields[0].prefix(20))' with \(fields.count) fields"
            }
            return nil
        }

        /// `HEAD:WEIGHT` pairs with a space between them; nil for anything else.
        private static func weights(_ bytes: Substring.UTF8View) -> [(head: Int, weight: Float)]? {
            var weights: [(head: Int, weight: Float)] = []
            var (head, value) = (0, 0)
            var (digits, isWeight, isNegative) = (0, false, false)
            func complete() -> Bool {
                guard isWeight, digits > 0 else { return false }
                weights.append((head, Float(isNegative ? -value : value) / 100))
                return true
            }
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"):
                    digits += 1
                    guard digits <= 6 else { return nil }
                    value = value * 10 + Int(byte - UInt8(ascii: "0"))
                case UInt8(ascii: "-") where isWeight && digits == 0 && !isNegative: isNegative = true
                case UInt8(ascii: ":") where !isWeight && digits > 0:
                    guard value < 512 else { return nil }
                    (head, value, digits, isWeight) = (value, 0, 0, true)
                case UInt8(ascii: " "):
                    guard complete() else { return nil }
                    (value, digits, isWeight, isNegative) = (0, 0, false, false)
                default: return nil
                }
            }
            return bytes.isEmpty || complete() ? weights : nil
        }
    }
}
