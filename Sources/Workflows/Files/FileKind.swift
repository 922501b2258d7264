/// What an entry of a folder is. A link is a link, wherever it leads.
package enum FileKind {
    case file, folder, link, other
}
