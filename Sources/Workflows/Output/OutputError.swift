import Sources

/// An output folder that cannot be written.
public struct OutputError: Error, Problem {
    enum Fault: Sendable {
        case foreign
        case otherAudience(String)
        case notAFolder
        case isFolder
        case link
        case holdsProject
        case outside(String)
        case system(String)
        case unread(String)
    }

    /// What is said of it.
    public static let description = CheckDescription(
        "output", .output, guardsBuild: true,
        summary: "An output folder that cannot be written, or must not be.",
        why: "A folder that Vademecum did not make is never replaced, nor is one for another audience.",
        mending: "Name another folder with `--output`.")

    let path: String
    let fault: Fault

    /// The fault in words.
    public var message: String {
        switch fault {
        case .foreign: "`\(path)` is not empty, and Vademecum did not make it"
        case .otherAudience(let audience): "`\(path)` was built for the audience `\(audience)`"
        case .notAFolder: "`\(path)` is not a folder"
        case .isFolder: "`\(path)` is a folder"
        case .link: "`\(path)` is a symbolic link"
        case .holdsProject: "`\(path)` holds the project itself"
        case .outside(let file): "`\(file)` leads out of the output folder"
        case .system(let reason): "cannot write `\(path)`: \(reason)"
        case .unread(let reason): "cannot read `\(path)`: \(reason)"
        }
    }

    /// The way out.
    public var help: String? {
        switch fault {
        case .foreign: "choose another `--output`, or empty the folder yourself"
        case .otherAudience: "choose another `--output`, so that private values do not end up in a public folder"
        case .isFolder: "name a file"
        case .notAFolder: "choose another `--output`"
        case .link: "nothing is written through a link; name what it leads to"
        case .holdsProject: "choose a folder of its own, such as `site`"
        case .outside: nil
        case .system, .unread: "what was built before is as it was"
        }
    }

    init(path: String, _ fault: Fault) {
        self.path = path
        self.fault = fault
    }

    init(_ failure: Disk.Failure) {
        self.init(path: failure.path, .system(failure.reason))
    }

    /// A file that was to be copied, or compared with.
    init(unread failure: Disk.Failure) {
        self.init(path: failure.path, .unread(failure.reason))
    }
}
