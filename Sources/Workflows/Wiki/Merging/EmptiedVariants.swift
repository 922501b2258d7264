import Rendering
import Sources

/// Parts for some readers that have nothing left in them.
enum EmptiedVariants {
    /// Takes the edges of variants away with all that stood between them.
    static func take(from change: inout PageChange, _ fields: [WikiTrace.Field]) {
        guard let field = change.edits.first?.field, change.edits.allSatisfy({ $0.field == field }),
            fields[field].kind == .text
        else { return }
        let source = fields[field].source
        guard source.firstRange(of: "<!--".utf8) != nil else { return }
        let left = source.applying(change.edits.map { ($0.range, $0.text) })
        let cleaned = withoutEmpty(left)
        guard cleaned != left, withoutEmpty(source) == source else { return }
        // One edit from where the two begin to differ to where they are the same again.
        var start = 0
        while start < source.count, start < cleaned.count, source[start] == cleaned[start] { start += 1 }
        var end = 0
        while end < source.count - start, end < cleaned.count - start,
            source[source.count - 1 - end] == cleaned[cleaned.count - 1 - end]
        { end += 1 }
        change.edits = [
            SourceEdit(
                field: field, range: start..<(source.count - end), text: Array(cleaned[start..<(cleaned.count - end)]))
        ]
    }

    /// A text without variants that hold nothing.
    private static func withoutEmpty(_ text: [UInt8]) -> [UInt8] {
        var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        var index = 0
        while index < lines.count {
            guard PageChanges.marker(lines[index])?.hasPrefix("only:") == true else {
                index += 1
                continue
            }
            var end = index + 1
            while end < lines.count, lines[end].allSatisfy({ $0 <= 0x20 }) { end += 1 }
            guard end < lines.count, PageChanges.marker(lines[end]) == "end" else {
                index += 1
                continue
            }
            let isParted = index > 0 && lines[index - 1].isEmpty && end + 1 < lines.count && lines[end + 1].isEmpty
            lines.removeSubrange(index...(isParted ? end + 1 : end))
        }
        return Array(lines.joined(separator: [0x0A]))
    }
}
