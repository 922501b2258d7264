import CommonMark
import Guides

/// Gives pictures their room in the page before they are there: their size, where the file tells it, and loading when they
/// come near. One that is wider than the text leads to itself, where it opens large.
struct ImageDressing {
    private let images: [(node: Node, size: ImageSize?, opensLarge: Bool)]
    /// The widest that the text is, in CSS pixels.
    private static let textWidth = 736

    /// Finds the pictures of a page, before anything is dressed.
    ///
    /// - Parameter size: that of a file of the guide's folder, by its path in it, or of another of the content, by its path below
    ///   the content's with a slash before it.
    init(_ links: [Link], size: (String) -> ImageSize?) {
        images = links.filter(\.isImage).map { link in
            let size: ImageSize? =
                switch link.target {
                case .file(let path): size(path)
                case .shared(let path): size("/" + path)
                default: nil
                }
            return (link.node, size, (size?.width ?? 0) > Self.textWidth && Self.mayLead(link.node))
        }
    }

    /// A link in a link would end it, a heading's words are those of a link in the contents, and a link without words has no name.
    private static func mayLead(_ image: Node) -> Bool {
        var node: Node? = image.parent
        while let around = node {
            if around.kind == .link || around.kind == .heading { return false }
            node = around.parent
        }
        return !image.plainText.isEmpty
    }

    /// Dresses them, once all else is.
    func finish(_ dressing: HTMLDressing) {
        for (node, size, opensLarge) in images {
            let room = size.map { " width=\"\($0.width)\" height=\"\($0.height)\"" } ?? ""
            dressing.add(imageAttributes: Array("\(room) loading=\"lazy\"".utf8), leadsToItself: opensLarge, to: node)
        }
    }
}
