internal import Legislation
internal import Retrieval

/// How near other States are to one that is reviewed, by what is known of them as a whole.
struct StateLikeness {
    private let states: StateTable
    private let state: Jurisdiction
    private let profile: StateProfile?

    init(_ state: Jurisdiction, states: StateTable) {
        self.states = states
        self.state = state
        profile = states.profile(of: state)
    }

    /// Tradition, language and region; the language is the chief one of the other State.
    func closeness(to other: Jurisdiction) -> StateCloseness {
        let theirs = states.profile(of: other)
        let language = theirs?.languages.first.flatMap { try? LanguageTag($0) } ?? .undetermined
        return StateCloseness(
            asking: state, profile: profile, other: other, otherProfile: theirs, language: language)
    }
}
