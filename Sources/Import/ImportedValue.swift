import Sources
import Values

/// A value that a text gives by example, or that a project declares already.
package struct ImportedValue: Sendable {
    /// The name between the braces.
    package var name: String
    /// The name of its type in `vademecum.yaml`.
    package var type: String
    /// How it stands in the text, for what is found letter by letter.
    package var written: [String] = []
    /// What it comes to, for numbers and durations.
    package var number: Double?
    /// Whether the public may not see it.
    package var isPrivate = false
    /// What every such value looks like.
    package var pattern: String?
    /// What stands in for it.
    package var example: String?
    /// What holds for the whole team.
    package var value: String?
    /// Its name for readers, in the text's language.
    package var label: String
    /// The choices of a choice: keys and labels.
    package var choices: [(key: String, label: String)] = []
    /// The columns of a table.
    package var columns: [(name: String, type: String, label: String)] = []
    /// The cells of a table.
    package var rows: [[String]] = []
    /// Whether the project has it already.
    package var isDeclared = false

    /// The declaration, on lines of their own below `values:`.
    func declaration(in language: LanguageTag, indentation: String) -> String {
        var parts = ["type: \(type)"]
        if let pattern { parts.append("pattern: \(pattern.yamlText)") }
        if isPrivate { parts.append("private: true") }
        if let example { parts.append("example: \(example.yamlText)") }
        if !choices.isEmpty {
            let keys = choices.map { "\($0.key): {\(language): \($0.label.yamlText)}" }
            parts.append("choices: {\(keys.joined(separator: ", "))}")
        }
        let labelled = "label: {\(language): \(label.yamlText)}"
        guard type == "table" else {
            if let value { parts.append("value: \(value.yamlText)") }
            return "\(indentation)\(name): {\((parts + [labelled]).joined(separator: ", "))}\n"
        }
        let inner = indentation + indentation
        var lines = ["\(indentation)\(name):", "\(inner)type: table", "\(inner)columns:"]
        lines += columns.map {
            "\(inner)\(indentation)\($0.name): {type: \($0.type), label: {\(language): \($0.label.yamlText)}}"
        }
        lines.append("\(inner)value:")
        lines += rows.map { row in
            let cells = zip(columns, row).map { "\($0.name): \($1.yamlText)" }
            return "\(inner)\(indentation)- {\(cells.joined(separator: ", "))}"
        }
        return (lines + ["\(inner)\(labelled)"]).joined(separator: "\n") + "\n"
    }
}

extension String {
    /// The text as a scalar of YAML: as it is where nothing in it could mean something, else between quotes.
    package var yamlText: String {
        let isPlain =
            !isEmpty && utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 >= 0x80 || " -_./’".utf8.contains($0) }
            && utf8.first.map { $0.isASCIIAlphanumeric || $0 >= 0x80 } == true && utf8.last != 0x20
            && !["true", "false", "null", "yes", "no", "on", "off"].contains(lowercased())
            && unicodeScalars.allSatisfy { !$0.properties.isWhitespace || $0 == " " }
        return isPlain ? self : yamlQuoted
    }

    /// The text between double quotes.
    package var yamlQuoted: String { JSONValue.string(self).text() }
}
