import Sources

/// A log or a folder that was named and cannot be looked through.
struct UnreadableLog: Problem {
    static let description = UnreadableFile.description

    let reason: String

    var message: String { "this cannot be looked through: \(reason)" }
    var help: String? { "name a log, a folder of source code, or - for standard input" }
}
