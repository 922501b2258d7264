import Foundation

/// A path that a browser asks for, taken apart. It leads nowhere but to what was made: nothing on the disk is opened by it.
struct LivePath {
    /// The parts, decoded; without the empty one behind a slash at the end.
    let parts: [String]
    /// Whether it ends with a slash, and so means a folder's `index.html`.
    let isFolder: Bool

    /// - Parameter path: as it stands in the request, percent-encoded, without a query.
    /// - Returns: nil for what no address of a site can be: one with `.` or `..`, a control character or a backslash in it.
    init?(_ path: some StringProtocol) {
        guard path.utf8.first == UInt8(ascii: "/") else { return nil }
        var parts: [String] = []
        for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let text = part.removingPercentEncoding, text != ".", text != "..",
                !text.utf8.contains(where: {
                    $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
                })
            else { return nil }
            parts.append(text)
        }
        isFolder = parts.last == ""
        if isFolder { parts.removeLast() }
        guard !parts.contains("") else { return nil }
        self.parts = parts
    }

    /// The path of the file in the output.
    var file: String { (isFolder ? parts + ["index.html"] : parts).joined(separator: "/") }
}
