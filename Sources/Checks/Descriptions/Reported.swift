extension CheckDescription {
    /// What is found elsewhere than by a check: while files are read, pages are rendered, output is written.
    static let reported =
        reading + values + configuration + project + suppressions + translations + commands
}
