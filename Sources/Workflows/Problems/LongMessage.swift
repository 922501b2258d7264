import Sources

/// More than anybody would paste.
struct LongMessage: Problem {
    static let description = TooMuch.description

    var message: String { "the message is longer than 4 MiB" }
    var help: String? { "paste the part of it that tells the error" }
}
