import Sources

/// A guide without a text.
struct NoLanguageFile: Problem {
    static let description = NoContent.description
    let expected: [String]

    var message: String { "this guide has no text in any language" }
    var help: String? { "add \(expected.map { "`\($0)`" }.joined(separator: " or "))" }
}
