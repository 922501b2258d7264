/// What is wrong, as facts: each kind of problem is a type of its own that holds its data,
/// and words itself in one place.
public protocol Problem: Sendable {
    /// What is said of such problems: their ID, how bad they are, why, how to mend them, and examples.
    static var description: CheckDescription { get }
    /// One sentence, without a final full stop.
    var message: String { get }
    /// The way out, as a sentence without a final full stop; nil where the message says it all.
    var help: String? { get }
}

extension Problem {
    /// Most messages need no help, but those that can give some should.
    public var help: String? { nil }
}
