import Foundation
import Sources

/// The address of a repository, found fit to be handed to git: no program hides in it, and no secret.
public struct GitRemote: Sendable {
    /// As git takes it.
    let address: String
    /// The address as messages show it: without the name of a user or a password.
    public let shown: String

    /// What git may fetch and push over.
    static let protocols = ["file", "https", "http", "ssh"]

    /// Reads an address: a URL, `host:path` as ssh has it, or a path.
    ///
    /// - Parameter folder: where relative paths start from.
    public init(_ text: String, in folder: String) throws(GitRemoteError) {
        shown = Self.redacted(text)
        guard !text.isEmpty else { throw GitRemoteError(address: shown, .empty) }
        // git would take it for an option.
        guard !text.hasPrefix("-") else { throw GitRemoteError(address: shown, .option) }
        guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw GitRemoteError(address: shown, .control)
        }
        if let scheme = text.firstRange(of: "://") {
            let name = text[..<scheme.lowerBound].lowercased()
            guard Self.protocols.contains(name) else { throw GitRemoteError(address: shown, .scheme(name)) }
            if let fault = Self.secret(in: text[scheme.upperBound...], scheme: name) {
                throw GitRemoteError(address: shown, fault)
            }
            address = text
        } else if text.contains("::") {
            // `ext::sh -c …` runs a program, and other helpers are programs of their own.
            throw GitRemoteError(address: shown, .scheme(String(text.prefix { $0 != ":" })))
        } else if Self.isHostAndPath(text) {
            address = text
        } else {
            let base = URL(fileURLWithPath: folder, isDirectory: true)
            address = URL(fileURLWithPath: text, relativeTo: base).standardizedFileURL.path
        }
    }

    /// Whether ssh goes there.
    var usesSSH: Bool { address.hasPrefix("ssh://") || !address.contains("://") && !address.hasPrefix("/") }

    /// `git@host:path`: a colon before any slash.
    private static func isHostAndPath(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":") else { return false }
        return !text[..<colon].contains("/")
    }

    /// What must not stand in an address, since arguments and logs are for everybody to read.
    private static func secret(in rest: Substring, scheme: String) -> GitRemoteError.Fault? {
        if scheme != "file", rest.contains("?") { return .query }
        let authority = rest.prefix { $0 != "/" }
        guard let at = authority.lastIndex(of: "@") else { return nil }
        let user = authority[..<at]
        if user.contains(":") { return .password }
        return isToken(user) ? .token : nil
    }

    /// Whether a user's name has the shape of a token of GitHub's or GitLab's, or is as long as one.
    private static func isToken(_ user: Substring) -> Bool {
        let prefixes = ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "gldt-"]
        return prefixes.contains(where: user.hasPrefix)
            || user.utf8.count >= 32 && user.utf8.contains { (0x30...0x39).contains($0) }
    }

    /// A text without what stands before the `@` of an address, or behind its `?`.
    static func redacted(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let scheme = rest.firstRange(of: "://") {
            result += rest[..<scheme.upperBound]
            rest = rest[scheme.upperBound...]
            let end = rest.firstIndex { $0.isWhitespace || "'\"<>".contains($0) } ?? rest.endIndex
            let authority = rest[..<end].prefix { $0 != "/" }
            if let at = authority.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
            let address = rest[..<max(end, rest.startIndex)]
            if let query = address.firstIndex(of: "?") {
                result += rest[..<query]
                rest = rest[end...]
            }
        }
        return result + rest
    }
}
