import Sources

/// A reason that would be written down with something in it that nobody may read there.
struct SecretInReason: Problem {
    static let description = CheckDescription(
        "secret-in-reason", .commands,
        summary: "A reason for `translations accept` that holds a key or a private value.",
        why: "The reason is kept in translations.yaml, which is committed.",
        mending: "Say the same without it.")

    var message: String { "the reason holds what looks like a key or a private value" }
    var help: String? { "say the same without it: the reason is kept in translations.yaml" }
}
