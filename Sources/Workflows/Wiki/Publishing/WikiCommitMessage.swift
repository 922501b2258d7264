import Guides

/// The message of a commit to the wiki: which pages changed, and from which commit of the project.
struct WikiCommitMessage {
    /// The line by which the program's commits are told from those of people.
    static let signature = "Published-by: vademecum"

    let text: String

    /// - Parameter source: the project's commit; nil where it is in no repository.
    init(_ plan: WikiPlan, source: String?) {
        let pages = plan.changes.filter { $0.kind != .stub }
        var lines: [String] = []
        switch pages.count {
        case 0: lines.append("Note what was published")
        case 1: lines.append("\(Self.verb(pages[0].kind)) \(pages[0].path)")
        default: lines.append("Publish \(pages.count) pages of the guides")
        }
        if let source { lines += ["", "Made from commit \(source)."] }
        if !plan.changes.isEmpty { lines.append("") }
        for change in plan.changes {
            let from = change.from.map { "\($0) → " } ?? ""
            lines.append("\(Self.verb(change.kind)): \(from)\(change.path)")
        }
        lines += ["", "\(Self.signature) \(vademecumVersion)"]
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func verb(_ kind: WikiPlan.Change.Kind) -> String {
        switch kind {
        case .create: "Add"
        case .change: "Change"
        case .move: "Move"
        case .merge: "Merge"
        case .overwrite: "Overwrite"
        case .stub: "Point to the new name from"
        case .remove: "Remove"
        }
    }
}
