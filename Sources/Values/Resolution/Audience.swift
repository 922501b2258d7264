/// Who reads what is built.
public enum Audience: String, Sendable, CaseIterable {
    /// Anybody: private values show their examples.
    case `public`
    /// The team: private values are filled in.
    case team
}
