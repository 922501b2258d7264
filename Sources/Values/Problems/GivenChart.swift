import Sources

/// A chart with a value of its own.
struct GivenChart: Problem {
    static let description = WrongShape.description
    let key: String

    var message: String { "a chart has no `\(key)`: it is drawn from the values that `parts` and `limit` name" }
    var help: String? { "give those values, and remove `\(key)`" }
}
