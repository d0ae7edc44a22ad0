public import TextAnalysis

extension ObligationClassifier {
    /// What ``classify(title:heading:text:language:)`` gives, with the reasons.
    public func explanation(
        title: TokenBuffer, heading: TokenBuffer, text: TokenBuffer, language: String
    ) -> ClassifierExplanation {
        guard let seen = telling(title: title, heading: heading, text: text, language: language) else {
            return ClassifierExplanation(rows: [])
        }
        let row = model.vocabulary.row(extractor.features(of: seen))
        let logits = model.logits(row)
        let values = PooledFeatures.values(
            heads: model.heads, logits: logits, priors: model.priors, rules: seen.rules,
            context: PooledFeatures.Context(seen, table: evidence.scorer.table))
        let cells = classify(title: title, heading: heading, text: text, language: language)
        let fired = evidence.scorer.explain(seen.profile)
        var order: [ObligationCode] = []
        for cell in cells where !order.contains(cell.cell.code) { order.append(cell.cell.code) }
        let rows = order.compactMap { code -> ClassifierExplanation.Row? in
            guard let place = model.heads.place(of: code) else { return nil }
            let own = cells.filter { $0.cell.code == code }
            func part(_ names: (String) -> Bool) -> Double {
                PooledFeatures.names.enumerated().filter { names($0.element) }
                    .reduce(0) { $0 + model.pooled[$1.offset] * values[place * PooledFeatures.names.count + $1.offset] }
            }
            let words = part { $0.hasPrefix("linear") }
            let rules = part { $0.hasPrefix("rule") }
            return ClassifierExplanation.Row(
                code: code, confidence: own.first?.confidence ?? 0, cells: own, words: words, rules: rules,
                rest: part { !$0.hasPrefix("linear") && !$0.hasPrefix("rule") } + model.pooledIntercept,
                reasons: reasons(for: place, row, seen), evidence: fired.filter { $0.code == code })
        }
        return ClassifierExplanation(rows: rows)
    }

    /// The rules that fire for a provision and the names they rest on, by falling score.
    public func explain(
        title: TokenBuffer, heading: TokenBuffer, text: TokenBuffer, language: String
    ) -> [ClassifierEvidence] {
        evidence.evidence(title: title, heading: heading, text: text, language: language)
            .map { evidence.scorer.explain($0.profile) } ?? []
    }

    private func reasons(
        for place: Int, _ row: [(column: Int32, value: Float)], _ seen: ProvisionEvidence
    ) -> [ClassifierExplanation.Reason] {
        // A feature moves the row's own logit, and with it the distances to other rows.
        let effect = zip(PooledFeatures.names, model.pooled)
            .filter { ["linear", "linear-gap", "linear-lead"].contains($0.0) }.reduce(0) { $0 + $1.1 }
        let reasons = row.compactMap { entry -> ClassifierExplanation.Reason? in
            let share = effect * Double(entry.value * model.weight(Int(entry.column), place))
            guard abs(share) >= 0.01 else { return nil }
            let key = model.vocabulary.keys[Int(entry.column)]
            return ClassifierExplanation.Reason(
                feature: space.name(of: key), contribution: share, mentions: mentions(of: key, seen))
        }
        return reasons.sorted {
            abs($0.contribution) != abs($1.contribution)
                ? abs($0.contribution) > abs($1.contribution) : $0.feature < $1.feature
        }
    }

    private func mentions(of key: FeatureKey, _ seen: ProvisionEvidence) -> [ClassifierEvidence.Mention] {
        typealias Field = ClassifierEvidence.Field
        func found(_ matches: [NameMatch], _ field: Field, _ names: (Int) -> Bool) -> [ClassifierEvidence.Mention] {
            matches.filter { names($0.name) }.map {
                ClassifierEvidence.Mention(
                    concept: space.itemName(of: key, match: $0.name), field: field, range: $0.range)
            }
        }
        let profile = seen.profile
        let isItem: (Int) -> Bool = { $0 == key.item }
        switch key.kind {
        case .titleConcept: return found(profile.titleMatches, .title, isItem)
        case .headingConcept: return found(profile.headingMatches, .heading, isItem)
        case .textConcept: return found(profile.textMatches, .text, isItem)
        case .bodyConcept, .crossed:
            return found(profile.headingMatches, .heading, isItem) + found(profile.textMatches, .text, isItem)
        case .titleContext:
            return found(profile.titleMatches, .title, extractor.contexts[key.item].contains)
        case .bodyContext:
            let context = extractor.contexts[key.item]
            return found(profile.headingMatches, .heading, context.contains)
                + found(profile.textMatches, .text, context.contains)
        case .titleWord: return found(seen.words.title, .title, isItem)
        case .headingWord: return found(seen.words.heading, .heading, isItem)
        case .textWord: return found(seen.words.text, .text, isItem)
        case .shape: return []
        }
    }
}
