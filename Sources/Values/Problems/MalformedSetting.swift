import Sources

/// A `--set` without a value.
struct MalformedSetting: Problem {
    static let description = WrongShape.description

    var message: String { "expected NAME=VALUE" }
    var help: String? { "for example `--set limit.current=75000`" }
}
