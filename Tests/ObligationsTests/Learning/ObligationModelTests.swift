import Foundation
import Testing

@testable import Obligations

@Suite("The trained model")
struct ObligationModelTests {
    private static let matrix = Result { try ObligationMatrix() }
    private let matrix: ObligationMatrix
    private let file: ObligationModelFile

    init() throws {
        matrix = try Self.matrix.get()
        file = ObligationModelFile(
            matrix: matrix,
            space: FeatureSpace(concepts: ["export", "transit"], contexts: ["nuclear"], heads: ["ship", "licence"]))
    }

    private static func example(_ number: Int, _ code: String?, _ features: [Feature]) -> TrainingExample {
        TrainingExample(
            id: "p\(number)", group: "c\(number % 6)", features: features, rules: [], context: .init(),
            codes: code.map { [ObligationCode($0)] } ?? [], weapons: code == nil ? [] : [.nuclear],
            aspects: code == nil ? [] : [number % 2 == 0 ? .framework : .enforcement])
    }

    /// Trained once: the tests look at it from all sides.
    private static let trained = Result { train(try matrix.get()) }

    private func model() throws -> ObligationModel { try Self.trained.get() }

    /// Transit is told by a concept, import by a word; the rest speaks of export.
    private static func train(_ matrix: ObligationMatrix) -> ObligationModel {
        ObligationLearner(matrix: matrix).train(examples)
    }

    private static var examples: [TrainingExample] {
        (0..<120).map { number in
            switch number % 4 {
            case 0: example(number, "op3cd.transit", [Feature(key: FeatureKey(.textConcept, 1), value: 1)])
            case 1: example(number, "op3cd.import", [Feature(key: FeatureKey(.textWord, 0), value: 1)])
            default: example(number, nil, [Feature(key: FeatureKey(.textConcept, 0), value: 1)])
            }
        }
    }

    private func best(_ model: ObligationModel, _ key: FeatureKey) -> (code: String, probability: Double) {
        let logits = model.logits(model.vocabulary.row([Feature(key: key, value: 1)]))
        let probabilities = model.probabilities(logits: logits, rules: [], context: .init())
        let place = probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
        return (model.heads.codes[place].rawValue, probabilities[place])
    }

    @Test("tells apart what it was taught")
    func learns() throws {
        let model = try model()
        #expect(model.heads.codes.map(\.rawValue) == ["op3cd.transit", "op3cd.import"])
        #expect(best(model, FeatureKey(.textConcept, 1)).code == "op3cd.transit")
        #expect(best(model, FeatureKey(.textConcept, 1)).probability > 0.8)
        #expect(best(model, FeatureKey(.textWord, 0)).code == "op3cd.import")
        #expect(best(model, FeatureKey(.textConcept, 0)).probability < 0.2)
    }

    @Test("what is no fair sample teaches what words mean, and not how often rows are served")
    func noSample() throws {
        let key = FeatureKey(.textWord, 1)
        let ours = (0..<40).map { number in
            var example = Self.example(1000 + number, "op3cd.import", [Feature(key: key, value: 1)])
            example.isSample = false
            return example
        }
        let (before, after) = (try model(), ObligationLearner(matrix: matrix).train(Self.examples + ours))
        #expect(after.priors == before.priors)
        #expect(best(before, key).probability < 0.5)
        #expect(best(after, key).code == "op3cd.import" && best(after, key).probability > 0.5)
    }

    @Test("training twice gives the same file, and the file gives the same answers")
    func roundTrip() throws {
        let text = file.text(of: try model())
        #expect(text == file.text(of: Self.train(matrix)))
        let read = try file.model(from: text)
        #expect(file.text(of: read) == text)
        #expect(try read.heads == model().heads)
        let (left, right) = (best(try model(), FeatureKey(.textWord, 0)), best(read, FeatureKey(.textWord, 0)))
        #expect(left.code == right.code && abs(left.probability - right.probability) < 0.02)
    }

    /// The text with a valid checksum, after a change of its body.
    private func changed(_ change: (String) -> String) throws -> String {
        let text = file.text(of: try model())
        let body = change(String(text[text.index(after: text.firstIndex(of: "\n") ?? text.startIndex)...]))
        return file.signed(body)
    }

    @Test("a damaged or foreign file is refused with a reason and a mend")
    func damage() throws {
        let text = file.text(of: try model())
        let hostile: [(text: String, reason: String)] = [
            ("", "not a model"), ("\n", "not a model"), ("hello\tworld\t1\n", "not a model"),
            (text.replacingOccurrences(of: "concord-model\t1", with: "concord-model\t9"), "format 9"),
            (text.replacingOccurrences(of: "text:transit", with: "text:export"), "checksum"),
            (String(text.prefix(text.count / 2)), "checksum"),
            (try changed { $0 + "nonsense\t1\n" }, "unknown statement"),
            (try changed { $0 + "feature\ttext:transit\t1.00\t0:50\n" }, "twice"),
            (try changed { $0 + "feature\theading:transit\t1.00\t400:50\n" }, "does not exist"),
            (try changed { $0 + "feature\theading:transit\tnan\t0:50\n" }, "not a rarity"),
            (try changed { $0 + "feature\theading:transit\t1.00\t0:x\n" }, "not HEAD:WEIGHT"),
            (try changed { $0 + "cut\t0.7\n" }, "cut"), (try changed { $0 + "knot\t0.5\t0.5\n" }, "knot"),
            (try changed { $0 + "head\top3cd.transit\tinf\n" }, "not a number"),
            (try changed { $0.replacingOccurrences(of: "head\top3cd.transit", with: "head\top3cd.transitt") }, "heads"),
            (
                try changed { $0.replacingOccurrences(of: "prior\top3cd.transit", with: "prior\top3cd.import") },
                "priors"
            ),
            (try changed { $0.replacingOccurrences(of: "pooled\trule-gap", with: "pooled\tmagic") }, "second stage"),
        ]
        for (text, reason) in hostile {
            let error = try #require(throws: ResourceError.self) { try file.model(from: text) }
            #expect(error.reason.contains(reason), "\(error)")
            #expect(error.reason.contains("concord train"))
            #expect(error.name == "model.tsv")
        }
    }

    @Test("a feature that thesaurus and lexicon no longer have is passed over")
    func goneFeature() throws {
        let read = try file.model(from: try changed { $0 + "feature\ttext:gone-concept\t1.00\t0:50\n" })
        #expect(try read.vocabulary.keys.count == model().vocabulary.keys.count)
    }

    @Test("names of features lead back to them")
    func names() {
        let keys = [
            FeatureKey(.titleConcept, 1), FeatureKey(.headingConcept, 0), FeatureKey(.bodyContext, 0),
            FeatureKey(.crossed, 1, context: 0), FeatureKey(.titleWord, 1), FeatureKey(.headingWord, 0),
            FeatureKey(.shape, 2),
        ]
        for key in keys { #expect(file.space.key(of: file.space.name(of: key)) == key) }
        for name in ["", "text:", "text:none", "nuclear&none", "none&export", "shape=round", "text"] {
            #expect(file.space.key(of: name) == nil)
        }
    }

    @Test("the model that comes with the program is sound")
    func bundled() throws {
        let text = try ResourceFolder().text(named: ObligationModel.fileName)
        #expect(text.utf8.count < 2_500_000)
        #expect(try !ObligationClassifier(matrix: matrix, thesaurus: Thesaurus()).model.vocabulary.keys.isEmpty)
    }
}
