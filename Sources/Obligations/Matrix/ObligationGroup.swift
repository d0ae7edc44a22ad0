/// A part of the committee's matrix, named after the operative paragraphs of resolution 1540 it gathers.
public enum ObligationGroup: String, Sendable, Hashable, Codable, CaseIterable {
    /// Statements, treaties and memberships.
    case op1 = "OP1"
    /// Prohibitions on non-State actors.
    case op2 = "OP2"
    /// Accounting, securing and physical protection.
    case op3ab = "OP3ab"
    /// Border and export controls.
    case op3cd = "OP3cd"
    /// Control lists, assistance and information.
    case op678 = "OP678"
}
