import Sources

/// A condition that cannot be read.
public struct ConditionError: Error {
    /// What is wrong.
    public enum Fault: Sendable {
        /// There are not two sides with one sign between them.
        case malformed
        /// The choice has no such key.
        case unknownKey(String, known: [String])
        /// A value of a type that has no order was compared by another sign than `=`.
        case unordered(String, String)
        /// A value that is a picture or a table was compared.
        case picture(String, String)
        /// Something that is not a day was compared with a value that is one.
        case notADay(String, String)
        /// A name that nobody declared, or a formula that makes no sense.
        case problem(any Problem)
    }

    /// What is wrong.
    public let fault: Fault

    init(_ fault: Fault) { self.fault = fault }
}
