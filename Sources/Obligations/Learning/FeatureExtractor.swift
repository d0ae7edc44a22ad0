internal import Foundation
internal import TextAnalysis

/// Turns what is seen in a provision into features.
struct FeatureExtractor: Sendable {
    /// Sets of concepts that tell what a law or provision is about.
    let contexts: [ConceptSet]

    /// Words behind this one add nothing: provisions were judged by their beginnings.
    static let lastConceptPosition: UInt32 = 400
    static let lastWordPosition: UInt32 = 300

    /// The features of a provision in the order of their keys, each once.
    func features(of evidence: ProvisionEvidence) -> [Feature] {
        var features: [Feature] = []
        features.reserveCapacity(512)
        addConcepts(evidence.profile, to: &features)
        addWords(evidence.words.title, .titleWord, to: &features)
        addWords(evidence.words.heading, .headingWord, to: &features)
        addWords(evidence.words.text, .textWord, to: &features)
        addShape(evidence, to: &features)
        // Key and value as one number: sorting plain numbers is what takes least time here. Values are positive, so
        // their bits rise with them.
        var packed = features.map { UInt64($0.key.raw) << 32 | UInt64($0.value.bitPattern) }
        packed.sort()
        for (place, number) in packed.enumerated() {
            features[place] = Feature(
                key: FeatureKey(raw: UInt32(number >> 32)),
                value: Float(bitPattern: UInt32(truncatingIfNeeded: number)))
        }
        // Mentions of one concept or word stand together now and become one feature.
        var kept = 0
        var place = 0
        while place < features.count {
            var feature = features[place]
            place += 1
            while place < features.count, features[place].key == feature.key {
                feature.value += features[place].value
                place += 1
            }
            feature.value = Self.damped(feature)
            features[kept] = feature
            kept += 1
        }
        features.removeSubrange(kept...)
        return features
    }

    /// Each further mention adds less than the first, and from the fifth of a concept on nothing.
    private static func damped(_ feature: Feature) -> Float {
        switch feature.key.kind {
        case .textConcept: 1 + 0.3 * min(3, feature.value - 1)
        case .titleWord, .headingWord: 0.8 * min(2, feature.value.squareRoot())
        case .textWord: min(2, feature.value.squareRoot())
        default: feature.value
        }
    }

    private func addConcepts(_ profile: ProvisionProfile, to features: inout [Feature]) {
        profile.title.forEach { features.append(Feature(key: FeatureKey(.titleConcept, $0), value: 1)) }
        profile.heading.forEach { features.append(Feature(key: FeatureKey(.headingConcept, $0), value: 1)) }
        var body = profile.heading
        for match in profile.textMatches where match.positions.lowerBound <= Self.lastConceptPosition {
            features.append(Feature(key: FeatureKey(.textConcept, match.concept), value: 1))
            body.insert(match.concept)
        }
        body.forEach { features.append(Feature(key: FeatureKey(.bodyConcept, $0), value: 1)) }
        for (number, context) in contexts.enumerated() {
            let isTitle = profile.title.meets(context)
            let isBody = body.meets(context)
            if isTitle { features.append(Feature(key: FeatureKey(.titleContext, number), value: 1)) }
            if isBody { features.append(Feature(key: FeatureKey(.bodyContext, number), value: 1)) }
            guard isTitle || isBody else { continue }
            let value: Float = isTitle ? (isBody ? 1.2 : 0.7) : 1
            body.forEach { concept in
                guard !context.contains(concept) else { return }
                features.append(Feature(key: FeatureKey(.crossed, concept, context: number), value: value))
            }
        }
    }

    /// Shares of a word that may translate so many headwords: n^−0.7, so that ambiguous words do not drown the others.
    private static let shares: [Float] = (0...16).map { $0 == 0 ? 0 : Float(pow(Double($0), -0.7)) }

    private func addWords(_ matches: [NameMatch], _ kind: FeatureKey.Kind, to features: inout [Feature]) {
        var start = 0
        while start < matches.count, matches[start].positions.lowerBound < Self.lastWordPosition {
            var end = start + 1
            while end < matches.count, matches[end].positions.lowerBound == matches[start].positions.lowerBound {
                end += 1
            }
            let share = Self.shares[min(end - start, Self.shares.count - 1)]
            for match in matches[start..<end] {
                features.append(Feature(key: FeatureKey(kind, match.name), value: share))
            }
            start = end
        }
    }

    private func addShape(_ evidence: ProvisionEvidence, to features: inout [Feature]) {
        func add(_ shape: FeatureKey.Shape, _ value: Double) {
            if value > 0 { features.append(Feature(key: FeatureKey(.shape, Int(shape.rawValue)), value: Float(value))) }
        }
        let profile = evidence.profile
        let mentions = profile.titleMatches.count + profile.headingMatches.count + profile.textMatches.count
        add(.length, min(1, log1p(Double(evidence.lengths.text)) / 7))
        add(.short, evidence.lengths.text < 25 ? 1 : 0)
        add(.noHeading, evidence.lengths.heading == 0 ? 1 : 0)
        add(.concepts, min(2, log1p(Double(mentions)) / 3))
    }
}
