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
        case badGuide(String), noKind(String)
        case twoSources(String, String)
    }

    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    var message: String {
        switch fault {
        case .empty: "there is nothing in the file"
        case .noLanguage: "the text’s words do not tell its language"
        case .flowValues: "`values:` stands in braces, to which no line can be added"
        case .noFiles: "there is no Markdown in the folder"
        case .noPairs: "no page of the folder is there in two languages"
        case .badGuide(let id): "`\(id)` is not the name of a guide"
        case .noKind(let name): "there is no kind `\(name)`"
        case .twoSources(let id, let other): "it would become `content/\(id)`, and so would \(other)"
        }
    }

    var help: String? {
        switch fault {
        case .noLanguage: "say it with --language, as in `--language fr`"
        case .flowValues: "write each value on a line of its own, below `values:`"
        case .badGuide: "a name has letters, digits, dashes and underscores, and `/` between folders"
        case .noPairs: "say which languages there are with --languages, as in `--languages en,fr`"
        case .twoSources: "rename or remove one of them"
        default: nil
        }
    }
}
