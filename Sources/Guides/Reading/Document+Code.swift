import CommonMark
import Sources

extension Document {
    /// The words behind the fence of the code that a byte stands in, which may be none; nil outside of such code.
    func fence(around offset: Int, in file: SourceFile) -> String? {
        codeBlock(atLine: file.line(at: offset)).flatMap { $0.isFenced ? $0.fenceInfo : nil }
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
        // Blocks stand in the order of the text, and so do spaces.
        var next = 0
        for space in spaces {
            let place = file.place(space.range)
            while next < code.count, code[next].upperBound < place.line { next += 1 }
            if next < code.count, code[next].contains(place.line) { continue }
            ranges.append(space.range)
            let fix = Fix("write a plain space", in: file, replacing: space.range, with: " ")
            diagnostics.append(Diagnostic(SpaceInMarkup(marker: space.marker, space: space.space), at: place, fix: fix))
        }
    }
}
