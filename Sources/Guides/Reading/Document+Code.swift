import CommonMark
import Sources

extension Document {
    /// The words behind the fence of the code that a byte stands in, which may be none; nil outside of such code.
    func fence(around offset: Int, in file: SourceFile) -> String? {
        let line = file.line(at: offset)
        for code in root.descendants(.codeBlock) where code.startLine <= line && line <= code.endLine {
            return code.isFenced ? code.fenceInfo : nil
        }
        return nil
    }
}

extension Edition {
    /// The words behind the fence of the code that some bytes stand in, which may be none; nil outside of such code.
    public func fence(around range: Range<Int>) -> String? { document.fence(around: range.lowerBound, in: file) }
}

/// Which of the spaces that Markdown does not take stand outside of code, where they were meant as markup.
struct MarkupSpacePlaces {
    private(set) var ranges: [Range<Int>] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ spaces: [MarkupSpaces.Finding], outsideCodeOf document: Document, _ file: SourceFile) {
        var code: [ClosedRange<Int>] = []
        for node in document.root.descendants(KindSet.codeBlock.union(.html)) where node.startLine > 0 {
            code.append(node.startLine...max(node.startLine, node.endLine))
        }
        for space in spaces {
            let place = file.place(space.range)
            if code.contains(where: { $0.contains(place.line) }) { continue }
            ranges.append(space.range)
            let fix = Fix("write a plain space", in: file, replacing: space.range, with: " ")
            diagnostics.append(Diagnostic(SpaceInMarkup(marker: space.marker, space: space.space), at: place, fix: fix))
        }
    }
}
