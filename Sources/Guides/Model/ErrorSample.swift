import Sources
import Values

/// A message as somebody got it, with the values that it must give: proof that its guide is found.
public struct ErrorSample: Sendable {
    /// Where the message stands.
    public enum Text: Sendable {
        /// In `guide.yaml` itself.
        case literal(String)
        /// In a file of the guide's folder, by its path there.
        case file(String)
    }

    /// The message.
    public let text: Text
    /// The values that it must give, by their names; it may give others besides.
    public let values: [String: Value]
    /// Where `guide.yaml` names it.
    package let node: YAMLNode
}

extension GuideMetadata {
    /// A list of samples, or one for each language that the tool speaks.
    static func samples(
        _ node: YAMLNode, _ configuration: Configuration, _ reader: inout YAMLReader
    ) -> [ErrorSample] {
        guard case .mapping = node.content else {
            return reader.list(node).compactMap { sample($0, configuration, &reader) }
        }
        return (reader.pairs(node) ?? []).flatMap { name, key, value -> [ErrorSample] in
            guard reader.language(name, at: key.place) != nil else { return [] }
            return reader.list(value).compactMap { sample($0, configuration, &reader) }
        }
    }

    /// A message, or `{file: …, values: …}` or `{text: …, values: …}`.
    private static func sample(
        _ node: YAMLNode, _ configuration: Configuration, _ reader: inout YAMLReader
    ) -> ErrorSample? {
        guard case .mapping = node.content else {
            return reader.text(node).map { ErrorSample(text: .literal($0), values: [:], node: node) }
        }
        let keys = reader.mapping(node, keys: ["text", "file", "values"])
        let values = keys["values"].map { examples($0, configuration, &reader) } ?? [:]
        if let file = keys["file"], keys["text"] == nil {
            return reader.text(file).map { ErrorSample(text: .file($0), values: values, node: file) }
        }
        guard let text = keys["text"], keys["file"] == nil else {
            reader.report(WrongShape(expected: "either `text` or `file`", got: "neither or both"), at: node.place)
            return nil
        }
        return reader.text(text).map { ErrorSample(text: .literal($0), values: values, node: text) }
    }
}
