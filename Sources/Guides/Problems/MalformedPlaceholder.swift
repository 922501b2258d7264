import Sources

/// Double braces that hold no name.
struct MalformedPlaceholder: Problem {
    static let description = CheckDescription(
        "malformed-placeholder", .structure, guardsBuild: true,
        summary: "Double braces that are no placeholder, or are never closed.",
        why: "The reader would see the braces instead of the value.",
        mending:
            "Write `{{name}}` on one line. For literal braces write `\\{{`, or put `verbatim` behind the fence of code.",
        faulty: [
            CheckExample("Your limit is ⟦{{limit current}}⟧.", "double braces that are no placeholder"),
            CheckExample("Your limit is ⟦{{limit.current.⟧", "double braces that are no placeholder"),
        ],
        clean: [
            CheckExample("Write \\{{name}} and `${{ secrets.KEY }}`."),
            CheckExample("```yaml verbatim\nkey: {{ value }}\n```"),
        ])

    var message: String { "double braces that are no placeholder" }
    var help: String? {
        "write `{{name}}` on one line, with a name of lower-case letters, digits and dots, or `\\{{` for braces"
    }
}
