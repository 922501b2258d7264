extension CheckDescription {
    /// What is wrong with what somebody asked for, rather than with content.
    static let commands = [
        CheckDescription(
            "no-guide-named", .commands,
            summary: "Neither a guide nor an error to find one by.",
            why: "There is nothing to personalise.",
            mending: "Name a guide, or paste an error with `--error`."),
        CheckDescription(
            "unknown-language", .commands,
            summary: "A language on the command line that the site does not have.",
            why: "There is no page to print.",
            mending: "Choose one of the languages that the message names."),
        CheckDescription(
            "unknown-message", .commands,
            summary: "A pasted message that no guide is about.",
            why: "Guides are found by the error patterns in their guide.yaml.",
            mending: "Paste the whole message, or add its pattern to a guide."),
        CheckDescription(
            "ambiguous-message", .commands,
            summary: "A pasted message that several guides are about.",
            why: "Nobody can tell which of them helps.",
            mending: "Name the guide, or make the error patterns more exact."),
        CheckDescription(
            "unknown-wiki-setting", .configuration, guardsBuild: true,
            summary: "A flavour or a layout of wikis that there is none of.",
            why: "Each flavour names pages and writes links in its own way.",
            mending: "Write one of those that the message names."),
        CheckDescription(
            "wiki-name", .commands,
            summary: "A page of the wiki that cannot have its name, or shares it with another.",
            why: "Wikis make the address of a page from its title, and some titles cannot be one.",
            mending: "Give the guide another title."),
    ]
}
