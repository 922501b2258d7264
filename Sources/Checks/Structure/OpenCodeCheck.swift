import CommonMark
import Guides
import Sources

/// A block of code that nothing closes.
struct OpenCodeCheck: GuideCheck {
    static let problems: [any Problem.Type] = [OpenCode.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guide.editions.flatMap { edition in
            edition.document.root.descendants(.codeBlock).filter { $0.isFenced && !Self.isClosed($0, in: edition) }.map
            {
                Diagnostic(OpenCode(), at: edition.file.place(line: max(1, $0.startLine)))
            }
        }
    }

    /// Whether the last line of a block closes it: as many signs as its first line has, and nothing behind them
    /// (CommonMark 0.30, section 4.5).
    private static func isClosed(_ block: Node, in edition: Edition) -> Bool {
        guard block.endLine > block.startLine else { return false }
        let first = fence(edition.document.line(block.startLine), edition)
        let last = fence(edition.document.line(block.endLine), edition)
        return last.sign == first.sign && last.count >= first.count && last.isAlone
    }

    /// The signs that a line begins with, behind the marks of a list or a quote.
    private static func fence(_ line: Range<Int>, _ edition: Edition) -> (sign: UInt8, count: Int, isAlone: Bool) {
        let bytes = edition.document.source[line]
        let signs = "`~".utf8
        guard let start = bytes.firstIndex(where: signs.contains) else { return (0, 0, false) }
        let run = bytes[start...].prefix { $0 == bytes[start] }
        return (bytes[start], run.count, bytes[run.endIndex...].allSatisfy(\.isSpace))
    }
}

struct OpenCode: Problem {
    static let description = CheckDescription(
        "open-code", .structure, .warning,
        summary: "A block of code that is opened and never closed.",
        why:
            "All that follows is code to the end of the page, or of the list item: headings, steps and links are lost.",
        mending: "Write a line with the signs that open it, and nothing else, where the code ends.",
        faulty: [
            CheckExample("⟦```sh⟧\nmake\n`` `", "nothing closes this code"),
            CheckExample("- One:\n\n  ⟦~~~⟧\n  make\n\nText.", "nothing closes this code"),
        ],
        clean: [
            CheckExample("```sh\nmake\n```\n\n~~~~\n~~~\n~~~~~\n\n> ```\n> make\n> ```"),
            CheckExample("- One:\n\n  ```sh\n  make\n  ```"),
        ])

    var message: String { "nothing closes this code" }
    var help: String? { "write the same signs on a line of their own where the code ends" }
}
