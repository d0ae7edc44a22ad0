import Legislation

extension StateRegister {
    /// Finds a State by code (`KE`, `KEN`), by its name in any language, or by an earlier name or code (`Swaziland`,
    /// `BUR`); case, accents and the form of State (`Republic of …`) aside.
    ///
    /// - Throws: `ReviewError.unknownState`, with what was probably meant: also where a State fell apart into several.
    public func match(_ text: String) throws(ReviewError) -> StateMatch {
        let shown = String(text.prefix(80))
        switch index.meaning(of: text) {
        case .state(let jurisdiction):
            if let state = state(jurisdiction) { return StateMatch(state: state) }
        case .former(let name):
            if name.heirs.count == 1, let state = state(name.heirs[0]) { return StateMatch(state: state, former: name) }
            throw .unknownState(shown, suggestion: labels(name.heirs))
        case .several(let jurisdictions): throw .unknownState(shown, suggestion: labels(jurisdictions))
        case nil: break
        }
        let near = index.nearest(to: text)
        throw .unknownState(shown, suggestion: near.isEmpty ? nil : labels(near))
    }

    /// The State of ``match(_:)``.
    public func find(_ text: String) throws(ReviewError) -> RegisteredState { try match(text).state }

    private func labels(_ jurisdictions: [Jurisdiction]) -> String {
        let names = jurisdictions.compactMap { state($0)?.label }
        return names.count > 6 ? names.prefix(6).joined(separator: ", ") + " …" : names.joined(separator: " or ")
    }
}
