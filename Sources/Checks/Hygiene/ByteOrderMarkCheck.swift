import Guides
import Sources

/// A byte order mark at the beginning of a file.
struct ByteOrderMarkCheck: TextCheck, GuideCheck, FileCheck {
    static let problems: [any Problem.Type] = [ByteOrderMark.self]

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] { find(in: text.edition.file) }

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] { find(in: guide.metadataFile) }

    func diagnose(_ files: ProjectFiles, in context: CheckContext) -> [Diagnostic] { files.all.flatMap(find) }

    private func find(in file: SourceFile) -> [Diagnostic] {
        guard file.bytes.starts(with: Self.mark) else { return [] }
        let fix = Fix("remove it", in: file, replacing: 0..<3, with: "")
        return [Diagnostic(ByteOrderMark(), at: file.place(0..<3), fix: fix)]
    }
}

struct ByteOrderMark: Problem {
    static let description = CheckDescription(
        "byte-order-mark", .hygiene, .warning,
        summary: "A byte order mark at the beginning of a file.",
        why: "UTF-8 does not need it, nobody sees it, and other tools take it for part of the first word.",
        mending: "`--fix` removes it. Save files as UTF-8 without BOM.",
        faulty: [
            CheckExample(
                "⟦\u{FEFF}⟧---\ntitle: T\nsummary: S\n---\n\n## Problem\n\nText.", "a byte order mark")
        ],
        clean: [CheckExample("---\ntitle: T\nsummary: S\n---\n\n## Problem\n\nText.")])

    var message: String { "a byte order mark" }
    var help: String? { "save the file as UTF-8 without BOM" }
}
