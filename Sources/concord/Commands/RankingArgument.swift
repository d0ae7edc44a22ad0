import ArgumentParser
import InvertedIndex
import ProvisionIndex

/// Parameters of the ranking function as they are typed: `k1=0.9,b=0.4,heading=2`. What is not named stays as it is.
struct RankingArgument {
    let parameters: RankingParameters

    init(_ text: String) throws {
        var parameters = ProvisionSchema.ranking
        for part in text.split(separator: ",") {
            let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmingPrefix(while: \.isWhitespace) }
            guard sides.count == 2, let value = Float(sides[1]), value.isFinite, value >= 0 else {
                throw ValidationError("--ranking takes names and numbers, as k1=0.9,b=0.4; \"\(part)\" is none.")
            }
            switch sides[0] {
            case "k1": parameters.k1 = value
            case "b" where value <= 1: parameters.b = value
            case "b": throw ValidationError("b of --ranking lies between 0 and 1.")
            case "text": parameters.fieldWeights[Int(IndexField.text.rawValue)] = value
            case "heading": parameters.fieldWeights[Int(IndexField.heading.rawValue)] = value
            case "title": parameters.fieldWeights[Int(IndexField.title.rawValue)] = value
            default:
                throw ValidationError("--ranking knows k1, b, text, heading and title, not \"\(sides[0])\".")
            }
        }
        self.parameters = parameters
    }
}
