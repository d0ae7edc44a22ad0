import InvertedIndex
import ProvisionIndex
import Retrieval

/// Values of the ranking profile to try, by name.
struct RankingSetting: Sendable, Equatable {
    private(set) var profile = RankingProfile()
    /// What differs from the defaults, as `name=value`; empty for the defaults.
    private(set) var changes: [String] = []

    var label: String { changes.isEmpty ? "default" : changes.joined(separator: " ") }

    /// Weights of the profile that can be named.
    private static let weights: [String: any WritableKeyPath<RankingProfile, Float> & Sendable] = [
        "exact": \.exactWeight, "stem": \.stemWeight, "otherStem": \.otherStemWeight, "bigram": \.bigramWeight,
        "hanWord": \.hanWordWeight, "compound": \.compoundWeight, "part": \.partWeight,
        "cell": \.cellWeight, "acronym": \.acronymWeight, "questionWord": \.questionWordWeight, "state": \.stateWeight,
        "everyday": \.everydayWeight, "statute": \.statuteWeight,
        "intent": \.intentWeight, "inoperative": \.inoperativeFactor,
        "word": \.translation.word, "ownFirst": \.translation.ownFirst, "ownLanguage": \.translation.ownLanguage,
        "decay": \.translation.decay, "concept": \.translation.concept, "covered": \.translation.covered,
        "learned": \.translation.learned, "pooling": \.translation.pooling,
        "evenness": \.translation.evenness, "join": \.translation.compound,
        "loose": \.translation.looseCompound, "learnedCount": \.translation.learnedCount,
        "learnedPower": \.translation.learnedPower, "beside": \.translation.besideLearned, "only": \.translation.only,
        "translatedOwn": \.translation.translatedOwn, "least": \.translation.least,
    ]
    /// Parameters of BM25 that can be named; naming one gives up the stored impacts, so only time changes besides.
    private static let parameters: [String: any WritableKeyPath<RankingParameters, Float> & Sendable] = [
        "k1": \.k1, "b": \.b, "text": \.fieldWeights.x, "heading": \.fieldWeights.y, "title": \.fieldWeights.z,
    ]

    /// All combinations of a grid as `exact=0,0.4 stem=1`.
    ///
    /// - Throws: ``QualityError`` when a name is unknown or a value is no number of at least 0.
    static func grid(_ text: String) throws -> [RankingSetting] {
        var settings = [RankingSetting()]
        for part in text.split(whereSeparator: \.isWhitespace) {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { throw QualityError("\"\(part)\" is not of the form name=value,value.") }
            let values = try sides[1].split(separator: ",").map { text in
                guard let value = Float(text), value >= 0, value.isFinite else {
                    throw QualityError("\"\(text)\" in \"\(part)\" is no number of at least 0.")
                }
                return value
            }
            settings = try settings.flatMap { setting in
                try values.map { try setting.with(String(sides[0]), $0) }
            }
        }
        return settings
    }

    private func with(_ name: String, _ value: Float) throws -> RankingSetting {
        var changed = self
        changed.changes.append("\(name)=\(value)")
        if let weight = Self.weights[name] {
            changed.profile[keyPath: weight] = value
        } else if let parameter = Self.parameters[name] {
            var parameters = profile.parameters ?? ProvisionSchema.ranking
            parameters[keyPath: parameter] = value
            changed.profile.parameters = parameters
        } else {
            let names = (Array(Self.weights.keys) + Self.parameters.keys).sorted().joined(separator: ", ")
            throw QualityError("There is no weight \"\(name)\"; the weights are \(names).")
        }
        return changed
    }
}
