import Guides
import Sources

/// A private value, or a text of its pattern, typed where everybody can read it.
struct PrivateValueCheck: TextCheck, GuideCheck, FileCheck {
    static let problems: [any Problem.Type] = [PrivateValue.self]

    func mayFind(in bytes: [UInt8], _ context: CheckContext) -> Bool {
        !context.secrets.isEmpty && context.secrets.mayOccur(in: bytes)
    }

    /// The file's bytes have comments and metadata in them, the text what escapes and emphasis hide in the bytes.
    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        let file = text.edition.file
        var ranges = context.secrets.find(in: file.bytes)
        let known = SortedRanges(ranges.map(\.range))
        for found in context.secrets.find(in: text.bytes) where text.isWritten(found.range) {
            let source = text.sourceRange(found.range)
            if !known.overlap(source) {
                let words = FoldedText(text.bytes[found.range]).bytes
                ranges.append(PrivateTexts.Found(name: found.name, range: source, text: words))
            }
        }
        return ranges.map { found in
            // Where markup or a line's beginning stands in its midst, a placeholder in its place would take that along.
            let written = FoldedText(file.bytes[found.range]).bytes
            let isWhole = found.text == nil || found.text == written
            let place = Self.placeholder(found, in: file, head: text.edition.bodyStart)
            let fix = place.map {
                Fix("write `{{\(found.name)}}`", in: file, replacing: $0.range, with: $0.text)
            }
            return diagnostic(found, in: file, fix: isWhole ? fix : nil)
        }
    }

    /// The placeholder for a value, and the bytes that it takes the place of. At the beginning of a text of the head it would begin
    /// a mapping of YAML, so that is put between quotes; nil where it cannot be.
    ///
    /// - Parameter head: where the head ends.
    private static func placeholder(
        _ found: PrivateTexts.Found, in file: SourceFile, head: Int
    ) -> (range: Range<Int>, text: String)? {
        let (range, text) = (found.range, "{{\(found.name)}}")
        guard range.lowerBound < head else { return (range, text) }
        let line = file.range(ofLine: file.line(at: range.lowerBound))
        var before = file.bytes[line.lowerBound..<range.lowerBound]
        while before.last == 0x20 { before.removeLast() }
        guard let sign = before.last, sign.isOne(of: ":,[{-") else { return (range, text) }
        let rest = file.bytes[range.upperBound..<max(range.upperBound, line.upperBound)].filter { $0 != 0x0D }
        guard sign == UInt8(ascii: ":"), before.dropLast().allSatisfy(\.isTokenPart),
            !rest.contains(where: { $0.isOne(of: "\"\\#") })
        else { return nil }
        return (
            range.lowerBound..<(range.upperBound + rest.count), "\"\(text)\(String(decoding: rest, as: UTF8.self))\""
        )
    }

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        find(in: guide.metadataFile, context) + names(of: guide, context)
    }

    func diagnose(_ files: ProjectFiles, in context: CheckContext) -> [Diagnostic] {
        let declared = context.project.configuration.values.filter { $0.isPrivate && $0.value != nil }
        // Where the value itself stands in the declaration, the declaration is what is wrong.
        let found = files.all.flatMap { find(in: $0, context) }
        return found
            + declared.filter { declaration in !found.contains { $0.place.path == declaration.place.path } }.map {
                Diagnostic(PrivateValue(name: $0.name, shown: nil), at: $0.place)
            }
    }

    /// The names of folders and files are in the addresses of pages.
    private func names(of guide: borrowing Guide, _ context: CheckContext) -> [Diagnostic] {
        guard context.secrets.knowsValues else { return [] }
        let assets = context.project.inventory[guide.id]?.assets.sorted().map(\.text) ?? []
        return ([guide.id] + assets).flatMap { name in
            context.secrets.findKnown(in: Array(name.utf8)).map { found in
                let shown = Masking.shortened(Array(name.utf8)[found.range])
                return Diagnostic(
                    PrivateValue(name: found.name, shown: shown), at: Place(path: guide.metadataFile.path))
            }
        }
    }

    private func find(in file: SourceFile, _ context: CheckContext) -> [Diagnostic] {
        guard mayFind(in: file.bytes, context) else { return [] }
        var ranges = context.secrets.find(in: file.bytes)
        // YAML has a text over several lines, or in escapes.
        if file.path.hasSuffix(".yaml"), context.secrets.knowsValues {
            for (text, place) in YAMLScalars.texts(of: file) {
                for found in context.secrets.find(in: Array(text.utf8)) {
                    let line = file.range(ofLine: place.line)
                    if ranges.contains(where: { $0.range.overlaps(line) }) { continue }
                    ranges.append(PrivateTexts.Found(name: found.name, range: line))
                }
            }
        }
        return ranges.map { diagnostic($0, in: file, fix: nil) }
    }

    private func diagnostic(_ found: PrivateTexts.Found, in file: SourceFile, fix: Fix?) -> Diagnostic {
        let shown = Masking.shortened(found.text ?? Array(file.bytes[found.range]))
        let visible = found.text == nil ? shown.unicodeScalars.count - 1 : 0
        return Diagnostic(
            PrivateValue(name: found.name, shown: shown, takesPlaceholder: fix != nil),
            at: file.place(found.range).masked(after: visible), fix: fix)
    }
}

extension EditionText {
    /// Whether some bytes are the author's, with nothing in them that a value brought.
    func isWritten(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound, let run = run(at: index) {
            if run.kind == .value { return false }
            index = run.range.upperBound
        }
        return true
    }
}

package struct PrivateValue: Problem {
    package static let description = CheckDescription(
        "private-value", .privacy, guardsBuild: true,
        summary: "A private value, or a text of its pattern, typed into content, configuration or a template.",
        why: "These files are committed, and public pages show what they say.",
        mending: """
            Write the placeholder, which the program fills in for the team only. Keep the value in vademecum.local.yaml \
            or in the environment. The declaration's example, and what is plainly made up, may be typed.
            """,
        faulty: [
            CheckExample(
                "Your organization is “⟦org-a1B2c3D4e5F6g7H8⟧”.",
                "this looks like the private value `org.id`: `org-a1…`"),
            CheckExample(
                fr: "L’organisation\u{A0}: «\u{A0}⟦org-a1B2c3D4e5F6g7H8⟧\u{A0}».",
                "this looks like the private value `org.id`: `org-a1…`"),
            CheckExample(
                "Run `use ⟦org-a1B2c3D4e5F6g7H8⟧`. <!-- or ⟦org-z9Y8x7W6v5U4t3S2⟧ -->",
                "this looks like the private value `org.id`: `org-a1…`",
                "this looks like the private value `org.id`: `org-z9…`"),
            CheckExample(
                files: [
                    ("guide.yaml", "errors: [\"Limit in ⟦org-a1B2c3D4e5F6g7H8⟧\"]\n"), ("en.md", "Text."),
                ], ["this looks like the private value `org.id`: `org-a1…`"]),
            CheckExample(
                file: "templates/guide.mustache", "<p>⟦org-a1B2c3D4e5F6g7H8⟧</p>\n",
                "this looks like the private value `org.id`: `org-a1…`"),
        ],
        clean: [
            CheckExample("Yours is {{org.id}}, like org-XXXXXXXXXXXX or org-EXAMPLE123; an org-wide limit.")
        ])

    let name: String
    let shown: String?
    /// Whether a placeholder can stand there.
    var takesPlaceholder = false

    package var message: String {
        shown.map { "this looks like the private value `\(name)`: `\($0)`" }
            ?? "`\(name)` is private, and its value is in the configuration"
    }
    package var help: String? {
        takesPlaceholder
            ? "write `{{\(name)}}`; the team’s pages fill it in"
            : "keep the value in vademecum.local.yaml or in the environment, and show an example here"
    }
}
