import TestSupport
import Testing

@testable import Checks

@Suite struct LinkCheckTests {
    private func project(_ body: String) throws -> SampleProject {
        try SampleProject(
            values: "page: {type: url, value: \"https://example.org\"}\nname: {type: text, value: x}",
            languages: ["en", "fr"],
            content: [
                "limits/raise/en.md": SampleProject.frontMatter + "## Notes\n\n" + body + "\n",
                "limits/raise/a b.png": "", "limits/raise/shots/page.png": "",
                "limits/split/en.md": SampleProject.frontMatter + "## Notes\n\nx\n",
                "top/fr.md": SampleProject.frontMatter + "## Notes\n\nx\n",
            ])
    }

    @Test(arguments: [
        "[a](https://example.org)", "[a](mailto:a@example.org)", "[a](#notes)", "[a](#)", "[a]({{page}})",
        "[a]({{page}}#tpm)",
        "[a](https://example.org/{{name}})", "[a](../split/en.md)", "[a](../split/en.md#anything)",
        "[a](../../top/en.md)", "[a](en.md)",
        "![a](<a b.png>)", "![a](shots/page.png)", "[a](./shots/../a%20b.png)",
    ])
    func sound(body: String) throws {
        #expect(try project(body).diagnose(with: LinkCheck(), "limits/raise").lines == [])
    }

    @Test(arguments: [
        ("⟦[a](../splitt/en.md)⟧", "there is no guide `limits/splitt`", "did you mean `limits/split`?"),
        (
            "⟦[a](../split/fr.md)⟧", "this link leads into another language, `fr.md`",
            "link to `en.md`; readers switch the language themselves"
        ),
        (
            "⟦[a](fr.md)⟧", "this link leads into another language, `fr.md`",
            "link to `en.md`; readers switch the language themselves"
        ),
        ("⟦[a](../split/de.md)⟧", "there is no file `limits/split/de.md`", "did you mean `limits/split/en.md`?"),
        ("⟦[a](#note)⟧", "this page has no anchor `#note`", "did you mean `#notes`?"),
        ("⟦[a](#step-1)⟧", "this page has no anchor `#step-1`", "the anchors are `#notes`"),
        ("⟦![a](shots/pag.png)⟧", "there is no image `shots/pag.png`", "did you mean `shots/page.png`?"),
        ("⟦[a](notes.txt)⟧", "there is no file `notes.txt`", nil),
        ("⟦![a]({{name}}.png)⟧", "there is no image `{{name}}.png`", nil),
        (
            "⟦[a](/limits/en.md)⟧", "an address that begins with `/` depends on where the site is put",
            "write a relative link to the file, `../guide/en.md` or `../shared/picture.png`"
        ),
        (
            "⟦[a](../../../../etc/passwd)⟧", "this address leads out of `content/`",
            "keep files beside the guide or in a folder of `content/`, and link to guides by their Markdown files"
        ),
        ("⟦![a](../split/a.png)⟧", "there is no image `limits/split/a.png`", nil),
        ("⟦[a]()⟧", "this link leads nowhere", "write where it should lead"),
        (
            "⟦[a](javascript:alert(1))⟧", "`javascript` is not a scheme that pages may link to",
            "use https, http or mailto, or a relative link"
        ),
        (
            "⟦<JAVASCRIPT:alert>⟧", "`javascript` is not a scheme that pages may link to",
            "use https, http or mailto, or a relative link"
        ),
        (
            "⟦[a](&#106;avascript:x)⟧", "`javascript` is not a scheme that pages may link to",
            "use https, http or mailto, or a relative link"
        ),
        (
            "⟦[a]({{name}}:alert)⟧", "`{{name}}` is not a scheme that pages may link to",
            "use https, http or mailto, or a relative link"
        ),
        (
            "⟦[a](//example.org)⟧", "`//` is not a scheme that pages may link to",
            "use https, http or mailto, or a relative link"
        ),
        (
            "⟦[a]({{name}})⟧", "`name` is of type text, which is not an address by itself",
            "declare it as `type: url`, or write the address around it"
        ),
        ("Text before, *⟦[a](x.txt)⟧*, and after.", "there is no file `x.txt`", nil),
        ("| a |\n| --- |\n| ⟦[a](x.txt)⟧ |", "there is no file `x.txt`", nil),
        ("- > ⟦[a][b]⟧\n\n[b]: x.txt", "there is no file `x.txt`", nil),
    ])
    func broken(marked: String, message: String, help: String?) throws {
        let found = try project(MarkedText(marked).text).diagnose(with: LinkCheck(), "limits/raise")
        expect(found, in: SampleProject.frontMatter + "## Notes\n\n" + marked + "\n", say: [message])
        #expect(found.map(\.help) == [help])
    }

    /// Anchors of other guides are known when all of them are: the sentence is here, the check in the build.
    @Test func anchorsOfOtherGuides() {
        let problem = BrokenLink(anchor: "step-9", of: "limits/split", known: ["step-1", "notes"])
        #expect(problem.message == "the guide `limits/split` has no anchor `#step-9`")
        #expect(problem.help == "did you mean `#step-1`?")
    }
}
