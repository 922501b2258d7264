import Guides
import Sources

/// A snippet that no guide takes in.
struct UnusedSnippet: Problem {
    static let description = CheckDescription(
        "unused-snippet", .configuration, .warning,
        summary: "A snippet that no guide takes in.",
        why: "Nobody reads it, and nobody notices when it is no longer true.",
        mending: "Take it in by `<!-- include: shared/name -->`, or remove the file.",
        faulty: [
            CheckExample(file: "content/shared/contact.en.md", "Write to us.\n", "no guide takes in this snippet")
        ],
        clean: [
            CheckExample(files: [
                ("en.md", "<!-- include: shared/contact -->"), ("content/shared/contact.en.md", "Write to us.\n"),
            ])
        ])

    let name: String

    var message: String { "no guide takes in this snippet" }
    var help: String? {
        "write `<!-- include: \(name) -->` where a guide needs it; a guide of its own is a folder with `en.md`"
    }

    /// The snippets that nobody needs.
    ///
    /// - Parameter used: the files that guides ask for, by their paths from the project's folder.
    static func diagnose(_ inventory: Inventory, used: Set<String>) -> [Diagnostic] {
        inventory.snippets.compactMap { snippet in
            let path = LoadedProject.path("", snippet)
            guard !used.contains(path) else { return nil }
            let name = snippet.split(separator: ".").dropLast(2).joined(separator: ".")
            return Diagnostic(UnusedSnippet(name: name), at: Place(path: path))
        }
    }
}
