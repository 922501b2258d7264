import CommonMark
import Guides
import Sources

/// Somebody's word that a finding is meant to be: `<!-- check: ignore CHECK reason -->` before a block, or a rule of
/// `vademecum.yaml` for some files.
public struct Suppression: Sendable {
    /// Which findings are meant.
    enum Scope: Sendable {
        /// Those that begin in some lines of a file.
        case lines(path: String, ClosedRange<Int>)
        /// Those in some files.
        case files(PathPattern)
    }

    /// The check's ID.
    let check: String
    let scope: Scope
    /// Where it stands.
    let place: Place

    init(_ rule: IgnoreRule) {
        check = rule.check
        scope = .files(rule.path)
        place = rule.checkPlace
    }

    init(check: String, path: String, lines: ClosedRange<Int>, place: Place) {
        self.check = check
        scope = .lines(path: path, lines)
        self.place = place
    }

    /// - Parameter lines: those of the text, which may have been written in another file.
    private init(check: String, in file: SourceFile, lines: ClosedRange<Int>, place: Place) {
        guard file.isComposed, lines.lowerBound > 0 else {
            self.init(check: check, path: file.path, lines: lines, place: place)
            return
        }
        let (first, last) = (file.place(line: lines.lowerBound), file.place(line: lines.upperBound))
        let end = last.path == first.path ? max(first.line, last.line) : first.line
        self.init(check: check, path: first.path, lines: first.line...end, place: place)
    }

    /// The suppressions of a guide's comments, and what is wrong with them.
    public static func read(_ guide: borrowing Guide, _ diagnostics: inout [Diagnostic]) -> [Suppression] {
        var suppressions: [Suppression] = []
        for edition in guide.editions {
            // Of a row of comments the last is looked at first: the others speak of the same block.
            var behind: [Node: Node] = [:]
            var found: [Suppression] = []
            for comment in edition.comments.reversed() {
                guard let text = comment.commentText, let words = words(text) else { continue }
                let place = edition.place(of: comment)
                if words.count > 2, words[0] == "ignore" {
                    let lines = lines(after: comment, &behind)
                    found.append(Suppression(check: words[1], in: edition.file, lines: lines, place: place))
                } else {
                    let lacksReason = words.count == 2 && words[0] == "ignore"
                    diagnostics.append(Diagnostic(BadSuppression(check: lacksReason ? words[1] : nil), at: place))
                }
            }
            suppressions += found.reversed()
        }
        return suppressions
    }

    /// The words behind `check:`; nil for any other comment.
    private static func words(_ comment: String) -> [String]? {
        guard comment.hasPrefix("check:") else { return nil }
        return comment.dropFirst(6).split { $0 == " " || $0 == "\n" || $0 == "\t" }.map(String.init)
    }

    /// The lines of the block that a comment speaks of: the next one, or its own where it stands in a text.
    ///
    /// - Parameter behind: the next block that is no HTML, of blocks that were asked about.
    private static func lines(after comment: Node, _ behind: inout [Node: Node]) -> ClosedRange<Int> {
        var block = comment.container ?? comment.next
        while let node = block, node.kind == .htmlBlock { block = behind[node] ?? node.next }
        if let block, comment.kind == .htmlBlock { behind[comment] = block }
        guard let block, block.startLine > 0 else { return 0...0 }
        return block.startLine...max(block.startLine, block.endLine)
    }
}
