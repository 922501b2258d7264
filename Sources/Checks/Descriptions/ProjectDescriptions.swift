extension CheckDescription {
    /// What is found on the disk, in templates, and in the way of writing.
    static let project = [
        CheckDescription(
            "unreadable-file", .configuration, guardsBuild: true,
            summary: "A file that cannot be read.",
            why: "It is missing, locked, larger than any text, or a link that leads out of the project.",
            mending: "Put the file in its place, and look at its permissions."),
        CheckDescription(
            "unwritable-file", .configuration,
            summary: "A file that `--fix` could not replace.",
            why: "It, or its folder, is not yours to write, or the disk is full. The file is as it was.",
            mending: "Look at its permissions and those of its folder."),
        CheckDescription(
            "nothing-to-check", .configuration,
            summary: "A path on the command line that holds nothing to check.",
            why: "A check that looked at nothing must not pass for one that found nothing.",
            mending: "Name a guide's folder or file below `content/`, or `vademecum.yaml`."),
        CheckDescription(
            "no-content", .configuration, guardsBuild: true,
            summary: "No guide, or a guide without a text.",
            why: "There is nothing to check or to build, which is never what was meant.",
            mending: "A guide is a folder in `content/` with a file for each language."),
        CheckDescription(
            "unknown-language-file", .configuration, .warning, guardsBuild: true,
            summary: "A Markdown file that no language of the configuration claims.",
            why: "It is not read, so what it says reaches nobody.",
            mending: "Name it after one of the languages, or add the language to `languages:` in vademecum.yaml."),
        CheckDescription(
            "taken-name", .configuration, guardsBuild: true,
            summary: "A file or a guide where a page is written.",
            why: "One of the two would overwrite the other.",
            mending: "Give it another name."),
        CheckDescription(
            "skipped-link", .configuration, .warning, guardsBuild: true,
            summary: "A symbolic link in the content.",
            why: "Links are not followed: what they lead to may be anything.",
            mending: "Put a copy of the file there."),
        CheckDescription(
            "no-language", .configuration, guardsBuild: true,
            summary: "A language of which nothing is known.",
            why: "The titles of sections and the words of the pages come from the language's file.",
            mending: "Write `templates/languages/TAG.yaml`; take another language's for a model."),
        CheckDescription(
            "unknown-template-field", .templates, guardsBuild: true,
            summary: "A name in a template that its page does not have.",
            why: "It would show as nothing.",
            mending: "Write one of the fields that the message names."),
        CheckDescription(
            "bad-template", .templates, guardsBuild: true,
            summary: "A template that cannot be compiled.",
            why: "Its pages could not be written.",
            mending: "Do as the message says; templates are Mustache without partials and inverted sections."),
        CheckDescription(
            "output", .output, guardsBuild: true,
            summary: "An output folder that cannot be written, or must not be.",
            why: "A folder that Vademecum did not make is never replaced, nor is one for another audience.",
            mending: "Name another folder with `--output`."),
        CheckDescription(
            "stale-output", .output, guardsBuild: true,
            summary: "A file of the output that differs from what the content makes.",
            why: "The committed site shows something else than the content says.",
            mending: "Run `vademecum build` and commit what it wrote."),
    ]
}
