/// Whom to write to in a State.
public struct FocalPoint: Sendable, Hashable {
    /// From 1.
    public var number: Int
    /// Name of the person.
    public var name: String?
    /// Ministry or office.
    public var office: String?
    /// Address, telephone, mail.
    public var contact: String?
    /// Who may see it.
    public var visibility: Visibility
}
