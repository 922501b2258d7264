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
            "key-in-message", .commands,
            summary: "A pasted message that holds what looks like an API key.",
            why: "Messages are pasted from logs and chats, where others may have read the key.",
            mending: "Replace the key where it was issued; nothing of it was kept."),
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
        CheckDescription(
            "wiki-remote", .commands,
            summary: "An address that is no git repository's, or that holds a password or a token.",
            why: "What stands in an address ends up in logs and in the list of processes.",
            mending: "Write the address alone; git asks its own helpers for the rest."),
        CheckDescription(
            "wiki-manifest", .commands,
            summary: "The wiki's own list of what was published cannot be read.",
            why: "Without it nobody knows which pages are the guides' and which are somebody's own.",
            mending: "Put the file back as the wiki's history has it."),
        CheckDescription(
            "unknown-page", .commands,
            summary: "A page on the command line that the wiki does not have.",
            why: "Edits are discarded and brought home by name, and this one names nothing.",
            mending: "Write the name that the message offers."),
        CheckDescription(
            "git", .commands,
            summary: "Git is missing, or could not do what it was asked.",
            why: "The wiki is a git repository; nothing of it was changed halfway.",
            mending: "Read what git said, and run the command again."),
    ]
}
