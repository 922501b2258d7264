import Sources
import Values

@testable import Checks
@testable import Workflows

/// A report with everything that a report may hold.
enum SampleReport {
    static let report = CheckReport(
        [undefined] + stale + [typography, whole], guides: 2, files: 4, version: "1.2.3", registry: .all)

    static let french = SourceFile(
        path: "content/a guide/fr.md",
        text: "---\ntitle: Titre\n---\n\n## Étapes\n\nAttends {{limit.curent}}, 50 % du temps :\nc’est long...\n")
    static let english = SourceFile(path: "content/a guide/en.md", text: "## Steps\n\nWait.\n")

    /// With help.
    static let undefined = Diagnostic(
        UndefinedValue(name: "limit.curent", known: ["limit.current"]), at: place(of: "{{limit.curent}}"))

    /// With a second place, of more than one line.
    static let stale = [LanguageTag(rawValue: "en")].compactMap { $0 }.map { language in
        Diagnostic(
            StaleTranslation(
                unit: "the section “Steps”", source: "fr.md", guide: "a guide", language: language, new: 1, gone: 1),
            at: english.place(line: 1),
            related: [
                Diagnostic.Related(
                    french.place(line: 7), "new or changed since the translation",
                    excerpt: "Attends {{limit.curent}}, 50 % du temps :\nc’est long...")
            ])
    }

    /// With a fix.
    static let typography: Diagnostic = {
        let dots = range(of: "...")
        return Diagnostic(
            Sample(text: "three dots, not an ellipsis: 100 % of them\r\n::error::"), at: french.place(dots),
            fix: Fix("replace `...` with `…`", in: french, replacing: dots, with: "…"))
    }()

    /// Of a whole file.
    static let whole = Diagnostic(Remark(), at: Place(path: "content/a,b:c.md"))

    static func place(of text: String) -> Place { french.place(range(of: text)) }

    static func range(of text: String) -> Range<Int> {
        let wanted = Array(text.utf8)
        let start = french.bytes.indices.first { french.bytes[$0...].starts(with: wanted) } ?? 0
        return start..<start + wanted.count
    }
}

/// A finding with any text at all.
struct Sample: Problem {
    static let description = CheckDescription(
        "sample-warning", .structure, .warning, summary: "", why: "", mending: "")
    let text: String

    var message: String { text }
}

/// A finding that fails nothing.
struct Remark: Problem {
    static let description = CheckDescription(
        "sample-note", .structure, .note, summary: "", why: "", mending: "")

    var message: String { "worth knowing" }
}
