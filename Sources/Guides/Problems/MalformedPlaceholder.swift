import Sources

/// Double braces that hold no name.
struct MalformedPlaceholder: Problem {
    static let description = CheckDescription(
        "malformed-placeholder", .structure, guardsBuild: true,
        summary: "Double braces that are not a placeholder, or are never closed.",
        why: "The reader would see the braces instead of the value.",
        mending:
            "Write `{{name}}` on one line. For literal braces write `\\{{`, or put `verbatim` after the fence of code.",
        faulty: [
            CheckExample("Your limit is ⟦{{limit current}}⟧.", "double braces that are not a placeholder"),
            CheckExample("Your limit is ⟦{{limit.current.⟧", "double braces that are not a placeholder"),
            CheckExample("```yaml\nimage: ⟦{{ .Values.image }}⟧\n```", "double braces that are not a placeholder"),
        ],
        clean: [
            CheckExample("Write \\{{name}} and `${{ secrets.KEY }}`."),
            CheckExample("```yaml verbatim\nkey: {{ value }}\n```"),
        ])

    /// Where braces stand in no code.
    init() {}

    /// - Parameters:
    ///   - written: the braces and what they hold.
    ///   - fence: the words behind the fence of the code that they stand in; nil outside of such code.
    init(written: ArraySlice<UInt8>, fence: String?) {
        self.fence = fence
        let inner = written.dropFirst(2).first
        isShortcode = inner == UInt8(ascii: "<") || inner == UInt8(ascii: "%")
    }

    /// The words behind the fence of the code that the braces stand in; nil outside of such code.
    private var fence: String?
    /// Whether it is what Hugo takes for a shortcode.
    private var isShortcode = false

    var message: String { "double braces that are not a placeholder" }
    var help: String? {
        if let fence { return "where the code is to stay as it is, write “\(Fence.verbatim(fence))”" }
        if isShortcode { return "there are no shortcodes: write what it stands for, or `\\{{` for braces" }
        return "write `{{name}}` on one line, with a name of lower-case letters, digits and dots, or `\\{{` for braces"
    }
}
