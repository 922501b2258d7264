import Foundation
import Guides
import Sources
import TestSupport
import Testing
import Values

@testable import Workflows

/// Texts about what has double braces of its own: `placeholders: declared`.
@Suite struct PlaceholdersTests {
    private static let body = """
        ---
        title: Write {{ message }} for {{port}}
        summary: Braces of Vue, and of Helm.
        ---

        ## Problem

        `{{ user.name }}` is empty, {{ a | upper }} too, and {{error}}; the port is {{port}}. {{

        ## Steps

        ### See {{ items[0] }}

        ```vue
        <p>{{ message }} on {{ port }}</p>
        ```

        ```yaml
        {{- if .Values.on }}
        key: {{ .Values.key }} # ${{ port }}
        {{- end }}
        ```

        ## Verification

        {% raw %}{{{ html }}}{% endraw %}

        """

    private func built(site: String = "", guide: String = "") throws -> (Outcome<SiteBuild.Result>, TestProject) {
        let values = "values:\n  port: {type: integer, value: 8080}\n"
        let project = try TestProject([
            "vademecum.yaml": "title: Guides\nlanguages: [en]\n\(site)\(values)", "content/first/en.md": Self.body,
            "content/first/guide.yaml": guide,
        ])
        return (try project.build(), project)
    }

    @Test(arguments: [("placeholders: declared\n", ""), ("", "placeholders: declared\n")])
    func onlyDeclaredNamesCount(_ site: String, _ guide: String) throws {
        let (outcome, project) = try built(site: site, guide: guide)
        #expect(outcome.diagnostics.isEmpty)
        let page = try String(contentsOf: project.files.url.appending(path: "site/en/first/index.md"), encoding: .utf8)
        #expect(page.contains("---\n\n# Write \\{{ message }} for 8,080\n"))
        #expect(
            page.contains("`{{ user.name }}` is empty, {{ a | upper }} too, and {{error}}; the port is 8,080. {{\n"))
        #expect(page.contains("### 1. See {{ items[0] }}\n"))
        #expect(page.contains("<p>{{ message }} on 8080</p>"))
        #expect(page.contains("key: {{ .Values.key }} # ${{ port }}\n{{- end }}"))
        #expect(page.contains("{{{ html }}}"))
        let html = try String(
            contentsOf: project.files.url.appending(path: "site/en/first/index.html"), encoding: .utf8)
        #expect(
            html.contains(
                "<code>{{ user.name }}</code> is empty, {{ a | upper }} too, and {{error}}; the port is <data"))
    }

    /// A guide may say otherwise than its site, and everything is told where every name counts.
    @Test func aGuideMaySayOtherwise() throws {
        let (outcome, _) = try built(site: "placeholders: declared\n", guide: "placeholders: all\n")
        let checks = Set(outcome.diagnostics.map(\.check))
        #expect(checks.isSuperset(of: ["malformed-placeholder", "undefined-value"]))
        let (wrong, _) = try built(guide: "placeholders: some\n")
        #expect(wrong.diagnostics.map(\.problem.message).contains("expected `all` or `declared`, found `some`"))
    }

    /// The error that a guide is about is declared by its pattern.
    @Test func theErrorCountsWhereThereIsOne() throws {
        let (outcome, project) = try built(guide: "placeholders: declared\nerrors: [\"Port {{port}} is taken\"]\n")
        #expect(outcome.diagnostics.isEmpty)
        let page = try String(contentsOf: project.files.url.appending(path: "site/en/first/index.md"), encoding: .utf8)
        #expect(page.contains("and Port 8080 is taken; the port"))
    }
}
