/// What checks are concerned with, in the order in which they are listed.
public enum CheckGroup: String, Sendable, CaseIterable {
    /// Sections, steps, options, headings, and the syntax of the text.
    case structure
    /// One language compared with the other.
    case languages
    /// Values: declared, typed, computed, asked for.
    case values
    /// What only the team may see.
    case privacy
    /// Links and images.
    case links
    /// Spaces, quotation marks and dots, as each language sets them.
    case typography
    /// Bytes, characters, sizes, and dates of review.
    case hygiene
    /// `vademecum.yaml`, `guide.yaml`, and the tables of languages and kinds.
    case configuration
    /// Templates of pages.
    case templates
    /// The folder that is written.
    case output
    /// What the command line asks for.
    case commands
}
