import Foundation
import TestSupport
import Testing

/// `vademecum import DIR` of texts in MDX: components are nothing that a page has, and what they hold is its text.
@Suite struct ComponentImportTests {
    /// What becomes of a text in English, whose French is the same, and the report.
    private func page(_ text: String, _ path: String = "page.mdx", _ arguments: String...) throws -> (
        page: String, report: String
    ) {
        let (source, project) = (try TemporaryFolder(), try TemporaryFolder())
        try source.write("---\ntitle: Start\n---\n\n\(text)\n", at: path)
        try source.write("---\ntitle: Début\n---\n\n\(text)\n", at: "fr/\(path)")
        let outcome = try Program.vademecum(
            ["import", source.path, "--languages", "en,fr"] + arguments, in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let content = try project.files().first { $0.hasPrefix("content/") && $0.hasSuffix("en.md") } ?? ""
        return (try project.text(at: content), outcome.text)
    }

    /// Children are set in for the eye: MDX has no code that is.
    @Test func childrenAreTextAndNoCode() throws {
        let (text, report) = try page(
            """
            import { Tile, Tiles } from "../parts";

            The page begins.

            <Tiles wide>
            \t<Tile title="Quick" icon="rocket">
            \t\tFinds [a word](https://example.org/find).

            \t\t- one

            \t\t    still one

            \t\t```sh
            \t\tif true
            \t\t\tthen run
            \t\t```
            \t</Tile>
            \t<Tile
            \t\ttitle="Free"
            \t\thref="https://example.org/free"
            \t>
            \t\tTake it.
            \t</Tile>
            </Tiles>

            <div class="box">

                Not code.

            </div>

            1. First

                Its text.

                <Aside type="caution">Mind it.</Aside>
            """)
        #expect(
            text.contains("\n**Quick**\n\nFinds [a word](https://example.org/find).\n\n- one\n\n    still one\n\n"),
            "\(text)")
        #expect(text.contains("\n```sh\nif true\n\tthen run\n```\n"))
        #expect(text.contains("\n**[Free](https://example.org/free)**\n\nTake it.\n"))
        #expect(text.contains("\nNot code.\n"))
        #expect(text.contains("1. First\n\n    Its text.\n") && text.contains("\n    > [!WARNING]\n    > Mind it.\n"))
        #expect(!text.contains("Tile") && !text.contains("import "))
        #expect(!report.contains("the component"), "\(report)")
    }

    /// What a program would have made of expressions is told; comments are for nobody.
    @Test func componentsOverSeveralLinesAreLeftOutAndTold() throws {
        let (text, report) = try page(
            """
            The page begins.

            <Gallery
                words={{ title: "Look > here", end: `}` }}

                items={[{ href: "https://a.example.org/" }, { href: 'https://b.example.org/' }]}
            />

            <Saying
                by="Ann"
                cite="https://example.org/said"
            >
                It works, isn’t it.
            </Saying>

            <Listing code={`let a = "<b>";
            let c = 1;`} lang="js" />

            {/* For those who
            reword: <b>, `x` */}

            Some text {/* to be
            changed */} goes on with <Chart
              data={numbers} /> in it.

            The code `<Gallery a={1} />` stays.
            """)
        #expect(
            text.hasSuffix(
                "\nsummary: The page begins.\n---\n\nIt works, isn’t it.\n\nSome text  goes on with  in it.\n\nThe code `<Gallery a={1} />` stays.\n"
            ),
            "\(text)")
        #expect(
            report.contains(
                "the component `Gallery` has no equal: it is left out, and with it `words=`, `https://a.example.org/`, `https://b.example.org/`"
            ), "\(report)")
        #expect(
            report.contains("the component `Saying` has no equal: its text stays, without `https://example.org/said`"))
        #expect(report.contains("the component `Chart` has no equal: it is left out, and with it `data=`"))
        #expect(report.contains("the component `Listing` has no equal"))
        #expect(!report.contains("reword"))
    }

    @Test func componentsOnOneLine() throws {
        let (text, report) = try page(
            """
            The page begins.

            <Aside>Some words.</Aside>

            <Note title="Mind this">More **words**.</Note>

            <div class="center">
              <Button url="https://example.org/issues" color="black"><BugIcon name='bug'/> Report it</Button>
            </div>

            Press <Key>A</Key>, read <Link to="https://example.org/a">a</Link> or <Link to="https://example.org/b">b</Link>.

            <Link to="https://example.org/c">c</Link> is last.

            <Tabs><Tab label="Unix">`ls`</Tab><Tab label="Windows">`dir`</Tab></Tabs>

            <Player loop url='https://example.org/film.mp4'
                alt='A film' />

            <CardLink title="Next" href="https://example.org/next" description="What follows" />
            """)
        #expect(text.contains("\n> [!NOTE]\n> Some words.\n"), "\(text)")
        #expect(text.contains("\n> [!NOTE]\n> **Mind this**\n>\n> More **words**.\n"))
        #expect(text.contains("[Report it](https://example.org/issues)"))
        #expect(text.contains("Press A, read [a](https://example.org/a) or [b](https://example.org/b).\n"))
        #expect(text.contains("\n[c](https://example.org/c) is last.\n"))
        #expect(text.contains("\n- [Next](https://example.org/next): What follows\n"))
        #expect(text.contains("\n**Unix**\n\n`ls`\n\n**Windows**\n\n`dir`\n"))
        #expect(!text.contains("Player") && !text.contains("film"))
        #expect(
            report.contains(
                "the component `Player` has no equal: it is left out, and with it `https://example.org/film.mp4`"),
            "\(report)")
    }

    /// A thousand components that nothing closes cost no more than one each.
    @Test func componentsThatNothingClosesAreLeftOut() throws {
        let (text, _) = try page(String(repeating: "<Foo>\n\nText.\n\n", count: 1500) + "<Bar>\n\nIn it.\n\n</Bar>")
        #expect(!text.contains("Foo") && text.contains("In it.") && !text.contains("Bar"))
    }

    /// The folder of the texts alone tells by what they import.
    @Test(arguments: [
        ("import { Card } from \"@astrojs/starlight/components\";", "starlight"),
        ("import Tabs from '@theme/Tabs';", "docusaurus"), ("import Own from '~/own';", "github"),
    ])
    func theDialectIsFoundByWhatTheTextsTake(_ script: String, _ dialect: String) throws {
        let (text, report) = try page("\(script)\n\nThe page begins.", "index.mdx")
        #expect(text.hasSuffix("\n\nThe page begins.\n"))
        #expect(report.contains("Read as \(dialect), as its files tell (--from says otherwise)"), "\(report)")
        #expect(try page("Words.", "index.mdx", "--from", "hugo").report.contains("Read as hugo\n"))
    }
}
