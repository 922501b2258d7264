import Sources

/// The fixes of a report that can be made together, and what the files are with them.
public struct FixPlan: Sendable {
    /// A file that changes.
    public struct Change: Sendable {
        /// The path from the project's folder.
        public let path: String
        /// The file as it is.
        public let old: [UInt8]
        /// The file as it will be.
        public let new: [UInt8]
    }

    /// The files that change, by path.
    public let changes: [Change]
    /// How many fixes are made.
    public let count: Int

    /// Takes the fixes in the order of the report: of two that touch the same bytes the first wins, and the other has
    /// to wait for another look at the file. One whose place holds something else than it would replace is left out.
    ///
    /// - Parameter read: the bytes of a file as they are now; nil where it cannot be changed.
    public init(_ diagnostics: [Diagnostic], read: (String) -> [UInt8]?) {
        var files: [String: File] = [:]
        var count = 0
        for fix in diagnostics.compactMap(\.fix) where !fix.edits.isEmpty {
            for path in Set(fix.edits.map(\.path)) where files[path] == nil { files[path] = File(bytes: read(path)) }
            guard fix.edits.allSatisfy({ files[$0.path]?.takes($0) == true }) else { continue }
            for edit in fix.edits { files[edit.path]?.edits.append(edit) }
            count += 1
        }
        self.count = count
        changes = files.sorted { $0.key < $1.key }.compactMap { path, file in
            guard let old = file.bytes, !file.edits.isEmpty else { return nil }
            return Change(path: path, old: old, new: file.edited)
        }
    }

    /// A file, and the edits that were taken.
    private struct File {
        let bytes: [UInt8]?
        var edits: [Fix.Edit] = []

        /// Whether an edit finds what it replaces, and no other edit in its way.
        func takes(_ edit: Fix.Edit) -> Bool {
            guard let bytes, edit.range.lowerBound >= 0, edit.range.upperBound <= bytes.count,
                bytes[edit.range].elementsEqual(edit.expected)
            else { return false }
            return !edits.contains { other in
                let start = max(other.range.lowerBound, edit.range.lowerBound)
                let end = min(other.range.upperBound, edit.range.upperBound)
                // What is inserted at the edge of another edit could come before it or behind.
                return start < end || start == end && (other.range.isEmpty || edit.range.isEmpty)
            }
        }

        var edited: [UInt8] {
            guard let bytes else { return [] }
            var result: [UInt8] = []
            var start = 0
            for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
                result += bytes[start..<edit.range.lowerBound]
                result += edit.replacement
                start = edit.range.upperBound
            }
            return result + bytes[start...]
        }
    }
}
