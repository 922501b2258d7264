import Foundation
import Sources
import TestSupport
import Testing

@testable import Workflows

/// What guides say under `extra:`, and templates of the project's own show.
@Suite struct ExtraTests {
    private static let template = """
        <p>{{extra.owner}}|{{extra.count}}|{{extra.deep.er}}|{{extra.dotted.name}}|{{extra.none}}|{{extra.list}}</p>
        {{#extra.links}}<a href="{{root}}{{to}}">{{name}}{{#tags}}[{{.}}]{{/tags}}</a>{{/extra.links}}
        {{#extra.isDraft}}DRAFT{{/extra.isDraft}}{{#extra.isDone}}DONE {{title}}{{/extra.isDone}}
        """

    private static func project(_ extra: String, _ head: String = "", more: [String: String] = [:]) throws
        -> TestProject
    {
        let files = [
            "templates/guide.mustache": template, "content/first/guide.yaml": "extra:\n\(extra)",
            "content/first/en.md": TestProject.guide.replacing("good for.\n---", with: "good for.\n\(head)---"),
        ]
        return try TestProject(files.merging(more) { $1 })
    }

    @Test func anyYAMLReachesTheTemplate() throws {
        let project = try Self.project(
            """
              owner: "<b>Team & Blue</b>"
              count: 3
              deep: {er: yes}
              dotted.name: D
              list: [a, 2, true]
              links:
                - {name: Chat, to: chat.html, tags: [x, y]}
                - {name: Mail, to: mail.html}
              isDraft: false
              isDone: true

            """)
        let outcome = try project.build()
        #expect(outcome.value != nil, "\(outcome.diagnostics.lines)")
        let lines = try project.files.text(at: "site/en/first/index.html").split(separator: "\n")
        #expect(lines[0] == "<p>&lt;b&gt;Team &amp; Blue&lt;/b&gt;|3|yes|D||a, 2, true</p>")
        #expect(
            lines[1] == #"<a href="../../chat.html">Chat[x][y]</a><a href="../../mail.html">Mail</a>"#)
        #expect(lines[2] == "DONE A guide")
    }

    @Test func aLanguageSaysItForItself() throws {
        let project = try Self.project(
            "  owner: Blue\n  count: 1\n", "",
            more: [
                "vademecum.yaml": "title: T\nlanguages: [en]\nvalues:\n  limit: {type: integer, value: 4000}\n"
            ])
        // A brace within braces takes quotes.
        try project.write(
            TestProject.guide.replacing("good for.\n---", with: "good for.\nextra: {owner: 'Red {{limit}}'}\n---"),
            at: "content/first/en.md")
        #expect(try project.build().value != nil)
        #expect(try project.files.text(at: "site/en/first/index.html").hasPrefix("<p>Red 4,000|1|"))
    }

    @Test func nothingOfItIsDemanded() throws {
        let project = try Self.project("")
        #expect(try project.build().value != nil)
        #expect(try project.files.text(at: "site/en/first/index.html").hasPrefix("<p>|||||</p>\n"))
        try project.write("extra: [a]\n", at: "content/first/guide.yaml")
        #expect(try project.build().diagnostics.map(\.message) == ["expected a mapping, found a list"])
    }

    @Test func itCannotBeMarkup() throws {
        let project = try Self.project("  owner: x\n", more: ["templates/guide.mustache": "{{{extra.owner}}}"])
        let found = try project.build().diagnostics
        #expect(found.map(\.message) == ["`extra.owner` is a guide’s own text, which has to be escaped"])
    }

    /// A private value is private wherever it stands.
    @Test(arguments: [true, false]) func aPrivateValueIsTold(isInHead: Bool) throws {
        let configuration = """
            title: T
            languages: [en]
            values:
              org.id: {type: identifier, pattern: 'org-[A-Za-z0-9]+', private: true, example: org-XXXXXXXXXXXX}

            """
        let project = try Self.project(
            isInHead ? "  a: b\n" : "  owner: org-SECRET1234\n", isInHead ? "extra: {owner: org-SECRET1234}\n" : "",
            more: ["vademecum.yaml": configuration])
        let found = try project.build().diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.check) == ["private-value"], "\(found.lines)")
        #expect(!found.lines.joined().contains("SECRET1234"))
        let checked = ContentCheck(try project.folder, ValueOptions(), CheckOptions()).check().diagnostics
        #expect(checked.contains { $0.check == "private-value" })
    }
}
