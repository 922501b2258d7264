import Checks
import Foundation
import Guides
import Messages
import Rendering
import Sources
import Testing
import Values

@testable import Workflows

/// Whatever somebody writes, it costs time that grows with its size, and not with the square.
///
/// Each kind of text goes through every use case at three sizes. What is too much of something is refused, which costs
/// nothing; the limits have tests of their own.
@Suite struct CostTests {
    static let texts = HostileTexts.commonMark + HostileTexts.ours

    @Test(arguments: texts) func render(_ text: HostileText) {
        let folder = ProjectFolder(MemoryFiles(texts: Self.project(body: "a")))
        expectLinear { size in
            let file = SourceFile(path: "fr.md", text: text.make(size))
            let outcome = LooseRendering(folder, ValueOptions()).render(file, language: nil, to: .html)
            _ = TextReporter(usesColor: false).report(outcome.diagnostics)
        }
    }

    @Test(arguments: texts) func check(_ text: HostileText) {
        expectLinear { Self.check(Self.project(body: text.make($0))) }
    }

    /// What a page has besides is ours alone.
    @Test(arguments: HostileTexts.ours) func build(_ text: HostileText) {
        expectLinear { Self.build(Self.project(body: text.make($0))) }
    }

    @Test(arguments: HostileProject.all) func project(_ project: HostileProject) {
        expectLinear { size in
            let files = Self.project(body: "a {{name}}").merging(project.files(size)) { $1 }
            Self.check(files)
            Self.build(files)
        }
    }

    /// Messages for patterns that begin with a text, or hold several.
    @Test(arguments: [
        "E a, ", "E a, failed ", "a ", "E ", ", E , failed", "org-a-b-c ", "1 2 3 ", "a\n", "%41", "&#65;", "\\u0041",
        "x1y2z3", "ab-\n", "Ã©", "=C3=A9", "| a | b |\n", "a=b c=\"d e\"\n", "{\"a\": \"b c\"}\n", "r?f?r ", "QUJD",
        "'a\n  ",
        "abc   def   ghi\n", "[a](http://a) ", "+a%20",
    ])
    func message(unit: String) throws {
        let matcher = try Self.matcher()
        let text = HostileText("", repeating: unit)
        expectLinear { _ = matcher.find(in: text.make($0)) }
    }

    /// Matches messages of three patterns of a project.
    private static func matcher() throws -> ErrorMatcher {
        let project = Self.project(body: "{{error}}").merging([
            "content/a/guide.yaml": """
            errors: ["{{a}}, E {{b}}, failed", "{{a}} {{b}} {{c}}[ of {{a}}[ and {{b}}]] ended", "{{org}} of {{count}} failed"]

            """
        ]) { $1 }
        let loaded = try #require(
            ProjectLoader(ProjectFolder(MemoryFiles(texts: project)), ValueOptions()).load(.guide).value)
        let (metadata, _) = GuideMetadata.read(
            SourceFile(path: "guide.yaml", text: project["content/a/guide.yaml"] ?? ""),
            configuration: loaded.project.configuration)
        return ErrorMatcher(
            [("a", try #require(metadata).errors)], values: loaded.project.configuration.values)
    }

    /// What a wiki is told, and what a colleague's edit is followed by.
    @Test func differences() {
        let numbered = HostileText("", each: { "line number \($0)\n" })
        let alike = HostileText("", repeating: "line\n\n")
        for text in [numbered, alike] {
            expectLinear { size in
                let (old, new) = (Array(numbered.make(size / 50).utf8), Array(text.make(size).utf8))
                _ = UnifiedDiff(from: old, to: new).bytes(path: "a")
                _ = UnifiedDiff(from: new.reversed(), to: new).bytes(path: "a")
                _ = TextMerge(from: old, to: new)
            }
        }
    }

    /// A page of the wiki that somebody pasted something into: a log, a table, one paragraph of thousands of lines.
    @Test(arguments: HostileTexts.ours + [HostileText("lines", each: { "line number \($0)\n" })])
    func editedPage(_ text: HostileText) throws {
        let example = EditedWiki(.pages)
        let wikis = try example.wikis()
        let published = try example.page(wikis.published)
        let page = String(decoding: published.bytes, as: UTF8.self)
        expectLinear { size in
            let edited = page + "\n" + text.make(size)
            _ = try? example.merge(edited, published: published, into: wikis.raised).outcome()
        }
    }

    @Test(arguments: texts) func typedText(_ text: HostileText) {
        expectLinear { size in
            var scanner = TypedScanner(Array(text.make(size).utf8), isCode: false)
            while scanner.next() != nil {}
        }
    }

    // MARK: Use cases

    static func project(body: String) -> [String: String] {
        let isWhole = body.hasPrefix("---\n")
        let head = "---\ntitle: A\nsummary: B.\n---\n\n## Problème\n\n"
        let tail = "\n\n## Étapes\n\n### Un\n\nTexte.\n\n## Vérification\n\nTexte.\n"
        return [
            "vademecum.yaml": """
            title: {fr: T}
            languages: [fr]
            values:
              name: {type: text, value: Ada, label: {fr: L}}
              plan: {type: choice, choices: {a: A, b: B}, example: a, label: {fr: L}}
              org: {type: identifier, example: x, label: {fr: L}}
              count: {type: integer, example: 1, label: {fr: L}}
              a: {type: text, example: x, label: {fr: L}}
              b: {type: text, example: x, label: {fr: L}}
              c: {type: text, example: x, label: {fr: L}}

            """,
            "content/a/fr.md": isWhole ? body + tail : head + body + tail,
        ]
    }

    private static func check(_ files: [String: String]) {
        let folder = ProjectFolder(MemoryFiles(texts: files))
        let found = ContentCheck(folder, ValueOptions(), CheckOptions()).check().diagnostics.sortedByPlace()
        _ = TextReporter(usesColor: false).report(found)
        _ = FixPlan(found) { files[$0].map { Array($0.utf8) } }
    }

    /// The pages of the site and of the wiki, as far as nothing is written.
    private static func build(_ files: [String: String]) {
        let folder = ProjectFolder(MemoryFiles(texts: files))
        guard let loaded = ProjectLoader(folder, ValueOptions(audience: .team)).load(.guides).value else { return }
        let line = Line(loaded)
        var found: [Diagnostic] = []
        if let entry = loaded.project.inventory["a"], let guide = line.read(entry, &found) {
            found += line.check(guide)
            if !found.hasErrors { _ = line.render(line.fill(guide), isPage: true) }
        }
        _ = WikiBuilder(folder, ValueOptions(), WikiOptions()).build()
    }

    private func expectLinear(_ work: (Int) -> Void) {
        let seconds = CostMeasure.excess(of: work)
        #expect(seconds == nil, "four times the input costs more than eleven times as much")
    }
}
