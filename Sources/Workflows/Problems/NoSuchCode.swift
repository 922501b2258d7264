import Sources

/// A name that stands for no language.
struct NoSuchCode: Problem {
    static let description = NoLanguage.description
    let tag: String

    var message: String { "`\(tag)` is the code of no language" }
    var help: String? { "a code has two letters, `sv`, or three where a language has none of two (ISO 639)" }
}
