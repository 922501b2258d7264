import Sources

/// A manifest that cannot be read, so that published pages cannot be told from others.
package struct WikiManifestError: Error, Problem {
    enum Fault: Sendable {
        case unreadable
        case version(Int)
    }

    package static let description = CheckDescription(
        "wiki-manifest", .commands,
        summary: "The wiki's own list of what was published cannot be read.",
        why: "Without it nobody knows which pages are the guides' and which are somebody's own.",
        mending: "Put the file back as the wiki's history has it.")

    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    package var message: String {
        switch fault {
        case .unreadable: "the wiki’s `\(WikiManifest.path)` cannot be read"
        case .version(let number): "the wiki’s `\(WikiManifest.path)` has version \(number), which is not known here"
        }
    }
    package var help: String? {
        switch fault {
        case .unreadable: "put the file back as the wiki’s history has it; without it every page counts as somebody’s"
        case .version: "publish with a newer vademecum"
        }
    }
}
