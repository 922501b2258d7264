/// What an entry of a folder is. A link is a link, wherever it leads.
package enum FileKind {
    /// A file or a folder.
    case file, folder
    /// A symbolic link.
    case link
    /// A FIFO, a socket, a device.
    case other
    /// Whatever it is, its name is no UTF-8.
    case misnamed
}
