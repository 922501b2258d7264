/// The five kinds of alert that code hosts know, as GitHub's documentation names them.
public enum AlertKind: Int, Sendable, CaseIterable {
    case note, tip, important, warning, caution

    /// The word between the brackets, in capitals.
    public var marker: String {
        switch self {
        case .note: "NOTE"
        case .tip: "TIP"
        case .important: "IMPORTANT"
        case .warning: "WARNING"
        case .caution: "CAUTION"
        }
    }
}
