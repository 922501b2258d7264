import ArgumentParser
import Foundation
import Guides
import Sources
import Values
import Workflows

/// `vademecum render`
struct Render: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print any Markdown file, filled, as HTML, Markdown or CommonMark.",
        discussion: """
            The file goes the same way as a guide’s text, but needs no sections and no front matter. The values are the \
            project’s, where there is one; without a project, whatever --set and --values give is a text.

              echo 'Hello *{{name}}*' | vademecum render --set name=Ada

            As Markdown the text stays as its author wrote it. As CommonMark libcmark writes all of it anew in one manner; \
            it knows nothing of what GFM adds, so the signs of alerts and boxes become text.
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: "The Markdown file; - reads standard input.")
    var file = "-"

    @Option(help: "What to print: html, markdown or commonmark.")
    var to: LooseRendering.Format = .html

    @Option(
        help: "The language of the text, which decides how numbers look. (default: the file’s name, else the first)")
    var language: String?

    @Option(help: "Whether private values may show: public or team. (default: as vademecum.yaml says)")
    var audience: Audience?

    func run() throws {
        let tag = try language.map(common.language)
        // It needs no project, but one that is named has to be there.
        let folder = common.project == nil ? ProjectFolder(nil) : try common.folder()
        var diagnostics: [Diagnostic] = []
        let source = file == "-" ? StandardStreams.input(&diagnostics) : SourceFile.named(file, &diagnostics)
        common.report(diagnostics)
        guard let source else { throw ExitStatus.usage.error }
        let rendering = LooseRendering(folder, common.valueOptions(audience: audience))
        try Terminal.print(common.value(of: rendering.render(source, language: tag, to: to)))
    }
}

extension LooseRendering.Format: ExpressibleByArgument {}
