import Checks
import Guides
import Sources

/// Checks the links between guides, which takes the anchors of all of them.
struct AnchorCheck {
    let folder: ProjectFolder

    func diagnose(_ index: GuideIndex) -> [Diagnostic] {
        // A guide with faults has reported so itself.
        var numbers: [ExactText: Int] = [:]
        for (number, entry) in index.enumerated() where entry.isWhole { numbers[ExactText(entry.id)] = number }
        // A file with faults is read once for all of them.
        var last: (path: String, file: SourceFile?)?
        return index.flatMap { entry in
            entry.outgoing.compactMap { link in
                guard let guide = numbers[ExactText(link.guide)].map({ index[$0] }), !guide.hasAnchor(link.fragment)
                else {
                    return nil
                }
                let problem = BrokenLink(anchor: link.fragment, of: link.guide, known: guide.anchors)
                return Diagnostic(problem, at: place(of: link, in: entry, &last))
            }
        }
    }

    /// The line is not kept, but looked up in the file where there is something to report.
    private func place(
        of link: IndexEntry.Outgoing, in entry: IndexEntry, _ last: inout (path: String, file: SourceFile?)?
    ) -> Place {
        let path = LoadedProject.path(entry.id, "\(link.language).md")
        if last?.path != path {
            var ignored: [Diagnostic] = []
            last = (path, folder.read(path, &ignored))
        }
        return last?.file?.place(link.range) ?? Place(path: path)
    }
}
