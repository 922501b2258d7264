extension CheckDescription {
    /// The check's documentation, for a person at a terminal.
    public var explanation: String {
        var text = "\(id) (\(severity.rawValue), \(group.rawValue))\n\n\(summary)\n\n\(why)\n\nTo fix it: \(mending)\n"
        if let example = faulty.first { text += "\nReported, between ⟦ and ⟧:\n\n" + Self.listing(example) }
        for message in faulty.first?.messages ?? [] { text += "\n  \(severity.rawValue): \(message)\n" }
        if let example = clean.first { text += "\nNot reported:\n\n" + Self.listing(example) }
        return text
    }

    /// The files of an example, indented; a longer one is cut, for some show what is too long.
    private static func listing(_ example: CheckExample) -> String {
        example.files.map { file in
            let lines = file.marked.split(separator: "\n", omittingEmptySubsequences: false).prefix(longestListing)
            return "  \(file.path)\n"
                + lines.map { line in
                    line.isEmpty ? "\n" : "    \(line.prefix(widestLine))\(line.count > widestLine ? "…" : "")\n"
                }.joined()
        }.joined(separator: "\n")
    }

    private static let longestListing = 20
    private static let widestLine = 100
}
