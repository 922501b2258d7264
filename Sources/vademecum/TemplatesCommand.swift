import ArgumentParser
import Workflows

/// `vademecum templates`
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "Print or copy the templates of the program.",
        discussion: """
            Without a name it lists them: templates, kinds, languages, and the JSON Schemas of the files that you write. A file of the same name in a project’s templates/ stands in the place of the program’s.

              vademecum templates site.css --write
              vademecum templates schemas/guide.json
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("A file, or with --write a folder such as languages.", valueName: "name"))
    var name: String?

    @Flag(help: "Write a copy into the project’s templates/; nothing is overwritten.")
    var write = false

    func run() throws {
        guard let name else {
            guard !write else { throw ValidationError("Name what to write.") }
            return try Terminal.print(Array(TemplateCopies.names.map { "\($0)\n" }.joined().utf8))
        }
        guard write else { return try Terminal.print(try common.value(of: TemplateCopies.bytes(of: name))) }
        let files = try common.value(of: TemplateCopies.write(name, to: try common.folder()))
        try Terminal.print(Array(files.map { "\($0)\n" }.joined().utf8))
    }
}
