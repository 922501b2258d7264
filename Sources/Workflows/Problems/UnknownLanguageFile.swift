import Sources

/// A Markdown file that no language of the configuration claims.
struct UnknownLanguageFile: Problem {
    static let description = CheckDescription(
        "unknown-language-file", .configuration, .warning, guardsBuild: true,
        summary: "A Markdown file that no language of the configuration claims.",
        why: "It is not read, so what it says reaches nobody.",
        mending: "Name it after one of the languages, or add the language to `languages:` in vademecum.yaml.")

    /// What can be done with the file.
    enum Advice: Sendable {
        /// Another name, by which it is read.
        case rename(String)
        /// The path that it has as a guide of its own.
        case move(String)
        /// The language has to be added, or the file is none.
        case addLanguage
    }

    let name: String
    let known: [String]
    let advice: Advice

    var message: String {
        switch advice {
        case .rename(let name): "this file is not read; its name would have to be `\(name)`"
        case .move: "this file is not read: a guide is a folder with a file for each language"
        case .addLanguage: "`\(name)` is not one of the site’s languages, so this file is not read"
        }
    }
    var help: String? {
        switch advice {
        case .rename(let name): "rename it to `\(name)`"
        case .move(let path): "move it to `\(path)`"
        case .addLanguage:
            "the languages are \(known.joined(separator: ", ")): name it after one of them, or add its language to "
                + "`languages:` in vademecum.yaml"
        }
    }
}
