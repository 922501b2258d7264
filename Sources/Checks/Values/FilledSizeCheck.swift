import Guides
import Sources
import Values

/// More of values than any page has: a long one that is asked for thousands of times, or a table of thousands of rows.
struct FilledSizeCheck: GuideCheck {
    static let problems: [any Problem.Type] = [TooMuch.self]

    /// The bytes of values that a text may be filled with.
    private static let mostBytes = 16 << 20
    /// What a cell of a table takes besides its text.
    private static let cell = 32

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        let examples = guide.metadata.examples
        return guide.editions.flatMap { diagnose($0, examples, context) }
    }

    /// The first placeholder that is too much for a text.
    func diagnose(_ edition: Edition, _ examples: [String: Value], _ context: CheckContext) -> [Diagnostic] {
        // Most texts have few placeholders, and most values are short.
        guard !edition.uses.isEmpty else { return [] }
        let texts = context.book.texts(in: edition.language.tag, examples: examples)
        var sizes: [Int: Int] = [:]
        var total = 0
        for use in edition.uses {
            guard let index = use.index, let entry = texts.entries[index] else { continue }
            let size = sizes[index] ?? Self.size(of: entry)
            sizes[index] = size
            total += size
            if total > Self.mostBytes {
                return [
                    Diagnostic(
                        TooMuch(what: "bytes of values", most: Self.mostBytes), at: edition.file.place(use.range))
                ]
            }
        }
        return []
    }

    private static func size(of entry: ValueTexts.Entry) -> Int {
        guard case .table(let rows) = entry.resolved.value else { return entry.prose.utf8.count }
        return rows.reduce(0) { size, row in
            row.reduce(size) { size, value in
                if case .text(let text) = value { size + cell + text.utf8.count } else { size + cell }
            }
        }
    }
}
