extension StateFacts {
    /// What an audience may see: entries that it may not are gone, with their history, and counted in the filter.
    public func shown(by filter: inout SharingFilter) -> StateFacts {
        var shown = StateFacts(state: state)
        for (_, entries) in history.sorted(by: { $0.key < $1.key }) {
            // A field that was open once and is not now is closed as a whole; else its history would tell.
            guard let last = entries.last, filter.admits(last.fact.visibility, of: state) else { continue }
            for entry in entries
            where SharingRule.allows(
                entry.fact.visibility, of: state, to: filter.audience, consents: filter.consents)
            { shown.add(entry) }
        }
        return shown
    }
}
