import Sources

/// Which names in double braces are placeholders.
public enum Placeholders: String, Sendable, CaseIterable {
    /// All of them: a name that nobody declared is a fault.
    case all
    /// Those of declared values; everything else in braces is the text's own, as where Vue, Jinja or Helm is written about.
    case declared

    /// Reads the word of a setting.
    static func read(_ node: YAMLNode, _ reader: inout YAMLReader) -> Placeholders? {
        guard let text = reader.text(node) else { return nil }
        if let word = Placeholders(rawValue: text) { return word }
        reader.report(WrongShape(expected: "`all` or `declared`", got: "`\(text)`"), at: node.place)
        return nil
    }
}
