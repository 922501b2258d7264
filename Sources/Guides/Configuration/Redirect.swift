import Foundation
import Sources
import Values

/// An address that is no more, or an anchor that a page has no longer, and where it leads.
public struct Redirect: Sendable {
    /// A page, or a place on it.
    public struct End: Sendable {
        /// A page.
        public enum Page: Sendable {
            /// A guide, in every language: its ID.
            case guide(String)
            /// An address from the root of the site, decoded and without the slash at its beginning.
            case path(String)
            /// An address elsewhere, with https or http.
            case elsewhere(String)
        }

        /// The page.
        public let page: Page
        /// The anchor, decoded and without its sign; nil for the page itself.
        public let anchor: String?
        /// As it was written.
        public let written: String
        /// Where it was written.
        package let node: YAMLNode
    }

    /// What leads elsewhere.
    public let from: End
    /// Where that is.
    public let to: End
}

extension Redirect.End {
    /// Reads what stands for a page; nil where no page can be called that.
    init?(_ written: String, _ node: YAMLNode) {
        self.written = written
        self.node = node
        if written.hasPrefix("https://") || written.hasPrefix("http://") {
            (page, anchor) = (.elsewhere(written), nil)
            return
        }
        let parts = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        anchor = parts.count > 1 ? parts[1].removingPercentEncoding ?? parts[1] : nil
        if anchor?.isEmpty == true || parts[0].contains("?") { return nil }
        if parts[0].hasPrefix("/") {
            guard let path = parts[0].dropFirst().removingPercentEncoding, Self.isPath(path, mayEndOpen: true) else {
                return nil
            }
            page = .path(path)
        } else {
            let id = parts[0].hasSuffix("/") ? String(parts[0].dropLast()) : parts[0]
            guard Self.isPath(id, mayEndOpen: false), !id.contains("://") else { return nil }
            page = .guide(id)
        }
    }

    /// Whether a path has a name between any two slashes, and none that means another folder.
    private static func isPath(_ path: String, mayEndOpen: Bool) -> Bool {
        var names = path.split(separator: "/", omittingEmptySubsequences: false)
        if mayEndOpen, names.last?.isEmpty == true { names.removeLast() }
        return (mayEndOpen || !names.isEmpty)
            && names.allSatisfy { name in
                !name.isEmpty && name != "." && name != ".."
                    && !name.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
            }
    }
}

extension Redirect.End.Page {
    /// The file that a server sends for a path from the root: a folder’s index, unless the path is that of a page itself.
    public static func file(of path: String) -> String {
        let name = path.lowercased()
        if name.hasSuffix(".html") || name.hasSuffix(".htm") { return path }
        return path.isEmpty || path.hasSuffix("/") ? "\(path)index.html" : "\(path)/index.html"
    }
}
