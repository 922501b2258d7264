import CommonMark

/// A link or an image of a guide, and where it leads.
public struct Link {
    /// Where a link leads.
    public enum Target: Sendable, Equatable {
        /// Out of the project, with an allowed scheme.
        case external
        /// An anchor of the same page.
        case anchor(String)
        /// Another guide, or this one, in the language of the file that is named.
        case guide(id: String, file: String, fragment: String?)
        /// A file of the guide's own folder.
        case file(String)
        /// A file of the content that is not in the guide's own folder, by its path below the content's.
        case shared(String)
        /// A value that is an address; more may follow behind it.
        case value(String)
        /// No address that a page can hold.
        case invalid(Fault)
    }

    /// What is wrong with an address.
    public enum Fault: Sendable, Equatable {
        /// The scheme is not on the list.
        case scheme(String)
        /// The address begins with `/`, which means something else wherever the page is put.
        case absolutePath
        /// The path leads out of the content.
        case outside
        /// The path names a folder.
        case folder
        /// The path hides a slash, or has two in a row: browsers would follow it elsewhere.
        case path
        /// There is nothing.
        case empty
    }

    /// The link or the image in the tree.
    public let node: Node
    /// Whether it is an image.
    public let isImage: Bool
    /// The title, which browsers show as a tip.
    package var title: String { node.title }
    /// The address as written, with the placeholders; that of a snippet's link as it would be written in the guide's folder.
    public let url: String
    /// The address as it stands in the file, with the placeholders.
    let written: String
    /// Whether it was written elsewhere than in the guide's folder, so that the address that stands there leads elsewhere.
    package let isForeign: Bool
    /// Where it leads.
    public let target: Target
}
