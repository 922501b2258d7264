import Sources

/// Something that cannot be imported.
struct BadImport: Problem {
    static let description = CheckDescription(
        "import", .commands,
        summary: "A file or a folder that cannot be imported.",
        why: "An import is whole or not at all: nothing was written.",
        mending: "Do what the message says, and import it again.")

    enum Fault {
        case empty, noLanguage, flowValues, noFiles, noPairs
        case notMarkdown(String), badGuide(String), noKind(String), noFile(String), twice(String)
        case twoSources(String, String)
    }

    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    var message: String {
        switch fault {
        case .empty: "there is nothing in the file"
        case .notMarkdown(let ending): "a file that ends in `.\(ending)` is no Markdown"
        case .noLanguage: "the text’s words do not tell its language"
        case .flowValues: "`values:` stands in braces, to which no line can be added"
        case .noFiles: "there is no Markdown in the folder"
        case .noPairs: "no page of the folder is there in two languages"
        case .badGuide(let id): "`\(id)` is not the name of a guide"
        case .noKind(let name): "there is no kind `\(name)`"
        case .noFile(let path): "the folder has no file `\(path)`"
        case .twice(let path): "`\(path)` stands here twice"
        case .twoSources(let id, let other): "it would become `content/\(id)`, and so would \(other)"
        }
    }

    var help: String? {
        switch fault {
        case .notMarkdown: "save it as Markdown or as plain text, under a name that ends in `.md` or `.txt`"
        case .noFiles: "name the folder that the texts are in, as in `vademecum import docs`"
        case .noLanguage: "say it with --language, as in `--language fr`"
        case .flowValues: "write each value on a line of its own, below `values:`"
        case .badGuide: "a name has letters, digits, dashes and underscores, and `/` between folders"
        case .noPairs: "name the languages with --languages, as in `--languages en,fr`, or the pairs with --pairs"
        case .noFile: "paths are those from the folder that is imported, as in `fr/limites.md`"
        case .twice: "a file is one language of one page"
        case .twoSources: "rename or remove one of them"
        default: nil
        }
    }
}
