import Sources

/// Decimals of what has none.
struct UselessDecimals: Problem {
    static let description = WrongShape.description
    let type: String

    var message: String { "a value of type \(type) has no decimals" }
}
