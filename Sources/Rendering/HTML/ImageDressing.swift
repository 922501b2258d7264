import CommonMark
import Guides

/// Gives pictures their room in the page before they are there: their size, where the file tells it, and loading when they
/// come near. One that is wider than the text leads to itself, where it opens large.
struct ImageDressing {
    private let images: [(node: Node, attributes: String, opensLarge: Bool)]
    /// The widest that the text is, in CSS pixels.
    private static let textWidth = 736

    /// Finds the pictures of a page, before anything is dressed.
    ///
    /// - Parameter size: that of a file of the guide's folder, by its path in it, or of another of the content, by its path below
    ///   the content's with a slash before it; nil for what is no page of the site, where only what an author says of a picture's
    ///   size is known.
    init(_ links: [Link], size: ((String) -> ImageSize?)?) {
        images = links.filter(\.isImage).compactMap { link in
            let file: ImageSize? =
                switch link.target {
                case .file(let path): size?(path)
                case .shared(let path): size?("/" + path)
                default: nil
                }
            let (width, height) = Self.shown(file, link.node)
            var attributes = width.map { " width=\"\($0)\"" } ?? ""
            if let height { attributes += " height=\"\(height)\"" }
            guard size != nil else { return attributes.isEmpty ? nil : (link.node, attributes, false) }
            let whole = file?.width ?? 0
            // What is shown smaller than it is opens large as well.
            let isReduced = whole > min(Self.textWidth, width ?? whole)
            return (link.node, attributes + " loading=\"lazy\"", isReduced && Self.mayLead(link.node))
        }
    }

    /// The size of a picture on the page: what its author gives it, the other side in proportion, or else its file's.
    private static func shown(_ file: ImageSize?, _ node: Node) -> (width: Int?, height: Int?) {
        let given = node.pictureSize
        guard let file else { return given }
        func scaled(_ side: Int, _ whole: Int, _ to: Int) -> Int { max(1, (side * to + whole / 2) / whole) }
        return switch given {
        case (nil, nil): (file.width, file.height)
        case (let width?, nil): (width, scaled(file.height, file.width, width))
        case (nil, let height?): (scaled(file.width, file.height, height), height)
        default: given
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
        for (node, attributes, opensLarge) in images {
            dressing.add(imageAttributes: Array(attributes.utf8), leadsToItself: opensLarge, to: node)
        }
    }
}
