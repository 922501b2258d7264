import Guides
import Sources
import Testing

extension [Diagnostic] {
    /// One line each: `path:line:column check: message`.
    public var lines: [String] {
        map { "\($0.place.path):\($0.place.line):\($0.place.column) \($0.check): \($0.message)" }
    }

    /// The checks that reported, in order.
    public var checks: [String] { map(\.check) }

    /// The sentences, in order.
    public var messages: [String] { map(\.message) }

    /// A text with `⟦` and `⟧` around what each of them points at.
    public func marking(_ text: String) -> String {
        MarkedText.marking(map { $0.place.range(in: text) }, in: text)
    }
}

/// Compares what was found in a text with the places that are marked in it, and with the sentences.
///
/// - Parameter marked: the text with `⟦` and `⟧` around each place.
public func expect(
    _ diagnostics: [Diagnostic], in marked: String, say messages: [String],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(diagnostics.messages == messages, sourceLocation: sourceLocation)
    #expect(diagnostics.marking(MarkedText(marked).text) == marked, sourceLocation: sourceLocation)
}

extension Place {
    /// The bytes of a text that the place's lines and columns stand for.
    public func range(in text: String) -> Range<Int> {
        // By scalars: a carriage return and a line feed are one `Character`.
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        func offset(_ line: Int, _ column: Int) -> Int {
            let before = lines.prefix(line - 1).reduce(0) { $0 + $1.utf8.count + 1 }
            guard line <= lines.count else { return Swift.min(before, text.utf8.count) }
            return before + String(lines[line - 1].unicodeScalars.prefix(column - 1)).utf8.count
        }
        let start = offset(self.line, column)
        return start..<Swift.max(start, offset(endLine, endColumn))
    }
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
