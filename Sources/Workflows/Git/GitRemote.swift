import Foundation
import Sources
import Values

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
        // With an accent behind it a sign is another character to us, and the same to git.
        let signs = ":@/?\\"
        guard text.count(where: signs.contains) == text.unicodeScalars.count(where: signs.unicodeScalars.contains)
        else {
            throw GitRemoteError(address: "", .control)
        }
        if let (name, slashes, rest) = Self.scheme(of: text) {
            guard Self.protocols.contains(name) else { throw GitRemoteError(address: shown, .scheme(name)) }
            if let fault = Self.secret(in: rest, scheme: name) { throw GitRemoteError(address: shown, fault) }
            // git would take `https:/host/…` for a path on a machine called https.
            let isFile = name == "file" && slashes == "///"
            guard slashes == "//" || isFile else { throw GitRemoteError(address: shown, .slashes) }
            address = text
        } else if text.contains("::") {
            // `ext::sh -c …` runs a program, and other helpers are programs of their own.
            throw GitRemoteError(address: shown, .scheme(String(text.prefix { $0 != ":" })))
        } else if Self.isHostAndPath(text) {
            if let fault = Self.secret(in: text[...], scheme: "ssh") { throw GitRemoteError(address: shown, fault) }
            address = text
        } else {
            let base = URL(fileURLWithPath: folder, isDirectory: true)
            address = URL(fileURLWithPath: text, relativeTo: base).standardizedFileURL.path
        }
    }

    /// Whether ssh goes there.
    var usesSSH: Bool { address.hasPrefix("ssh://") || !address.contains("://") && !address.hasPrefix("/") }

    /// The scheme of a URL, the slashes behind it, and the rest; nil for what is none. One of the usual schemes is one
    /// with too few slashes, too, or with those of Windows.
    private static func scheme(of text: some StringProtocol) -> (name: String, slashes: String, rest: Substring)? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = text[..<colon].lowercased()
        let behind = Substring(text[text.index(after: colon)...])
        let slashes = behind.prefix { $0 == "/" || $0 == "\\" }
        let isUsual = ["http", "https", "ssh", "git", "ftp", "ftps", "file"].contains(name)
        guard slashes.hasPrefix("//") || isUsual && !slashes.isEmpty,
            name.utf8.allSatisfy({ $0.isASCIIAlphanumeric || "+.-".utf8.contains($0) })
        else { return nil }
        return (name, String(slashes), behind[slashes.endIndex...])
    }

    /// `git@host:path`: a colon behind the user, before any slash.
    private static func isHostAndPath(_ text: String) -> Bool {
        let first = text.prefix { $0 != "/" }
        let host = first.lastIndex(of: "@").map { first[first.index(after: $0)...] } ?? first
        return host.contains(":")
    }

    /// What must not stand in an address, since arguments and logs are for everybody to read.
    private static func secret(in rest: Substring, scheme: String) -> GitRemoteError.Fault? {
        if scheme != "file", rest.contains("?") { return .query }
        let authority = rest.prefix { $0 != "/" }
        guard let at = authority.lastIndex(of: "@") else { return nil }
        let user = authority[..<at]
        if user.contains(":") || user.lowercased().contains("%3a") { return .password }
        return isToken(user) ? .token : nil
    }

    /// Whether a user's name has the shape of a token, or is as long as one.
    private static func isToken(_ user: Substring) -> Bool {
        KeyFormat.mayStand(in: String(user))
            || user.utf8.count >= 32 && user.utf8.contains { (0x30...0x39).contains($0) }
    }

    /// A text without what stands before the `@` of an address, or behind its `?`: of URLs always, of `user@host:path` where
    /// it is more than a name.
    static func redacted(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while !rest.isEmpty {
            let word = rest.prefix { !Self.isEdge($0) }
            rest = rest[word.endIndex...]
            result += redacted(word: word) + rest.prefix(while: Self.isEdge)
            rest = rest.drop(while: Self.isEdge)
        }
        return result
    }

    private static func isEdge(_ character: Character) -> Bool {
        character.isWhitespace || "'\"<>".contains(character)
    }

    private static func redacted(word: Substring) -> String {
        // A sign may stand before a URL: `(https://…`.
        let start = word.firstIndex { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "@" } ?? word.startIndex
        let address = word[start...]
        guard let (name, slashes, rest) = scheme(of: address) else {
            let first = address.prefix { $0 != "/" }
            guard secret(in: address, scheme: "file") != nil, let at = first.lastIndex(of: "@") else {
                return String(word)
            }
            return String(word[..<start] + address[address.index(after: at)...])
        }
        let authority = rest.prefix { $0 != "/" }
        let shown = authority.lastIndex(of: "@").map { rest[rest.index(after: $0)...] } ?? rest
        // As it was written, in capitals too.
        let scheme = address.prefix(name.count + 1 + slashes.count)
        return String(word[..<start] + scheme + shown.prefix { $0 != "?" })
    }
}
