/// What `guide.yaml` says of a guide that was imported.
package enum GuideMetadataText {
    /// The text of the file.
    package static func text(kind: String, _ result: GuideConversion.Result) -> String {
        var text = "kind: \(kind)\n"
        if result.hasBraces { text += "placeholders: declared\n" }
        if !result.tags.isEmpty { text += "tags: [\(result.tags.map(\.yamlText).joined(separator: ", "))]\n" }
        if let pattern = result.pattern { text += "errors:\n  - \(pattern.yamlQuoted)\n" }
        if let sample = result.sample { text += "samples:\n  - \(sample.yamlQuoted)\n" }
        return text
    }
}
