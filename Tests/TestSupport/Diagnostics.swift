import Guides

extension [Diagnostic] {
    /// One line each: `path:line:column check: message`.
    public var lines: [String] {
        map { "\($0.place.path):\($0.place.line):\($0.place.column) \($0.check): \($0.message)" }
    }

    /// The checks that reported, in order.
    public var checks: [String] { map(\.check) }
}

extension Diagnostic {
    /// What the caret stands under: the span in its line.
    public var marked: String {
        guard let line = place.sourceLine else { return "" }
        let scalars = Array(line.unicodeScalars)
        let start = Swift.min(Swift.max(place.column - 1, 0), scalars.count)
        let last = place.endLine == place.line ? place.endColumn - 1 : scalars.count
        let end = Swift.min(Swift.max(last, start), scalars.count)
        return String(String.UnicodeScalarView(scalars[start..<end]))
    }
}

extension Configuration {
    /// A configuration in French and English with the values that a test declares, as YAML of the key `values`.
    public static func example(values: String = "") -> (configuration: Configuration?, diagnostics: [Diagnostic]) {
        let indented = values.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)\n" }.joined()
        let text = "title: Test\nlanguages: [fr, en]\n" + (values.isEmpty ? "" : "values:\n\(indented)")
        return read(SourceFile(path: "vademecum.yaml", text: text))
    }
}
