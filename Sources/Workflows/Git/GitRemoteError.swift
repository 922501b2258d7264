import Foundation
import Sources

/// An address that git is not given.
public struct GitRemoteError: Error, Problem {
    enum Fault: Sendable {
        case empty
        case option
        case control
        case scheme(String)
        case slashes
        case password
        case token
        case query
    }

    /// What is said of it.
    public static let description = CheckDescription(
        "wiki-remote", .commands,
        summary: "An address that is not a git repository's, or that holds a password or a token.",
        why: "What stands in an address ends up in logs and in the list of processes.",
        mending: "Write the address alone; git asks its own helpers for the rest.")

    let address: String
    let fault: Fault

    init(address: String, _ fault: Fault) {
        self.address = address
        self.fault = fault
    }

    /// The fault in words.
    public var message: String {
        switch fault {
        case .empty: "the wiki’s repository has no address"
        case .option: "`\(address)` is not the address of a repository"
        case .control: "the address of the wiki’s repository holds control characters"
        case .scheme(let name): "git may not use `\(name)` for the wiki’s repository"
        case .slashes: "`\(address)` does not have two slashes after its scheme"
        case .password: "the address of `\(address)` holds a password"
        case .token: "the address of `\(address)` holds what looks like a token"
        case .query: "the address of `\(address)` has a `?`, after which there may be a token"
        }
    }

    /// The way out.
    public var help: String? {
        switch fault {
        case .empty: "name it after `--publish`, or as `remote` under `wiki:` in vademecum.yaml"
        case .option, .control, .slashes: "write a URL, `host:path`, or the path of a folder"
        case .scheme: "write an address with \(GitRemote.protocols.joined(separator: ", ")), `host:path`, or a path"
        case .password, .token, .query:
            "leave it out: git asks its credential helper (`git help credentials`), and ssh its agent"
        }
    }
}
