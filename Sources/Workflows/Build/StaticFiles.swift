import Guides
import Sources

/// The files of `static/`, which go to the root of the site as they are: `CNAME`, `.well-known/security.txt`, a file that
/// proves whose site it is.
struct StaticFiles: Sendable {
    /// The folder, in the project's.
    static let folder = "static"
    /// What the system leaves in any folder, and is nobody's file.
    private static let leftovers: Set<String> = [".DS_Store", "Thumbs.db", "desktop.ini"]
    /// What a build makes for those who bring none of their own.
    private static let replaceable: Set<String> = ["robots.txt", "favicon.svg", ".nojekyll", "404.html"]

    /// The paths from the folder, by their bytes.
    private(set) var paths: [String] = []
    private var known: Set<ExactText> = []
    /// The files that lie in the folder itself.
    private var roots: Set<ExactText> = []

    /// - Parameter diagnostics: takes what cannot be copied.
    init(_ project: ProjectFolder, _ diagnostics: inout [Diagnostic]) {
        guard project.files.kind(Self.folder) == .folder else { return }
        read("", of: project, &diagnostics)
        known = Set(paths.map { ExactText($0) })
        roots = known.filter { !$0.text.utf8.contains(UInt8(ascii: "/")) }
    }

    private mutating func read(_ start: String, of project: ProjectFolder, _ diagnostics: inout [Diagnostic]) {
        for (name, kind) in (try? project.files.listing(of: "\(Self.folder)/\(start)".withoutSlash)) ?? []
        where !Self.leftovers.contains(name) {
            let path = start + name
            let place = Place(path: "\(Self.folder)/\(path)")
            switch kind {
            case .file: paths.append(path)
            case .folder: read(path + "/", of: project, &diagnostics)
            case .link: diagnostics.append(Diagnostic(SkippedLink(), at: place))
            case .other:
                let reason = "it is not a file, but a FIFO, a socket or a device"
                diagnostics.append(Diagnostic(UnreadableFile(reason: reason), at: place))
            case .misnamed:
                diagnostics.append(Diagnostic(UnreadableFile(reason: "its name is not UTF-8"), at: place))
            }
        }
    }

    /// What is to become of a file that a build makes.
    enum Claim {
        /// Nothing here is in its way.
        case none
        /// The project brings its own.
        case replaced
        /// Two files would be at one address: the project's, by its path from the folder.
        case taken(by: String)
    }

    /// Whether a file that a build makes has its place to itself.
    func claim(on path: String) -> Claim {
        if known.contains(ExactText(path)) { return Self.replaceable.contains(path) ? .replaced : .taken(by: path) }
        // A file where a folder is needed.
        let first = String(path.prefix { $0 != "/" })
        return first.utf8.count < path.utf8.count && roots.contains(ExactText(first)) ? .taken(by: first) : .none
    }
}

extension String {
    fileprivate var withoutSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
