public import Legislation

/// Who may see what, in one place.
///
/// | visibility | everyone | donor | another State | the State | committee |
/// |---|---|---|---|---|---|
/// | public | yes | yes | yes | yes | yes |
/// | donors | no | with the State's consent | no | yes | yes |
/// | state | no | no | no | yes | yes |
/// | committee | no | no | no | no | yes |
public enum SharingRule {
    /// Whether a record of a State may be shown.
    ///
    /// - Parameters:
    ///   - visibility: of the record.
    ///   - state: the State that it is about.
    ///   - audience: for whom it is shown.
    ///   - consents: of States to donors; a State that is missing gave none.
    public static func allows(
        _ visibility: Visibility, of state: Jurisdiction, to audience: Audience,
        consents: [Jurisdiction: DonorConsent]
    ) -> Bool {
        switch (visibility, audience) {
        case (.everyone, _), (_, .committee): true
        case (.donors, .donor(let name)): consents[state]?.includes(name) ?? false
        case (.donors, .state(let reader)), (.state, .state(let reader)): reader == state
        case (.donors, .everyone), (.state, .everyone), (.state, .donor): false
        case (.committee, .everyone), (.committee, .state), (.committee, .donor): false
        }
    }
}
