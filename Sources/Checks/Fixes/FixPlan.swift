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
        /// The edits that make the one of the other, none of which overlap.
        public let edits: [Fix.Edit]

        /// A file with some edits made.
        public init(path: String, old: [UInt8], new: [UInt8], edits: [Fix.Edit]) {
            self.path = path
            self.old = old
            self.new = new
            self.edits = edits
        }
    }

    /// The files that change, by path.
    public let changes: [Change]
    /// How many fixes are made.
    public let count: Int

    /// Takes the fixes in the order of the report: of two that touch the same bytes the first wins, and the other has
    /// to wait for another look at the file. One whose place holds something else than it would replace is left out, and
    /// so is one that says it keeps the tree and does not.
    ///
    /// - Parameter read: the bytes of a file as they are now; nil where it cannot be changed.
    public init(_ diagnostics: [Diagnostic], read: (String) -> [UInt8]?) {
        var files: [ExactText: File] = [:]
        let fixes = diagnostics.compactMap(\.fix).filter { !$0.edits.isEmpty }
        var taken: Set<Int> = []
        for (number, fix) in fixes.enumerated() {
            for path in Set(fix.edits.map { ExactText($0.path) }) where files[path] == nil {
                files[path] = File(bytes: read(path.text))
            }
            guard fix.edits.allSatisfy({ files[ExactText($0.path)]?.takes($0) == true }) else { continue }
            for edit in fix.edits {
                files[ExactText(edit.path)]?.take(File.Entry(edit: edit, fix: number, keepsTree: fix.keepsTree))
            }
            taken.insert(number)
        }
        let harmful = files.filter { $0.key.text.hasSuffix(".md") }.reduce(into: Set<Int>()) {
            $0.formUnion($1.value.fixesThatChangeTheTree)
        }
        for path in files.keys { files[path]?.edits.removeAll { harmful.contains($0.fix) } }
        count = taken.subtracting(harmful).count
        changes = files.sorted { $0.key < $1.key }.compactMap { path, file in
            guard let old = file.bytes, !file.edits.isEmpty else { return nil }
            return Change(path: path.text, old: old, new: file.with(file.edits), edits: file.edits.map(\.edit))
        }
    }

    /// A file, and the edits that were taken.
    private struct File {
        struct Entry {
            let edit: Fix.Edit
            /// The number of the fix that it is part of.
            let fix: Int
            let keepsTree: Bool
        }

        /// The bytes that are read again to find the fixes that change a tree.
        private static let mostBytes = 16 << 20
        private static let leastTries = 16

        let bytes: [UInt8]?
        /// By their places.
        var edits: [Entry] = []

        init(bytes: [UInt8]?) { self.bytes = bytes }

        /// Adds an edit at its place.
        mutating func take(_ entry: Entry) {
            edits.insert(entry, at: index(behind: entry.edit.range.lowerBound))
        }

        /// The index of the first edit that begins behind an offset. None overlaps another, so they end in order too.
        private func index(behind offset: Int) -> Int {
            var (low, high) = (0, edits.count)
            while low < high {
                let middle = (low + high) / 2
                if edits[middle].edit.range.lowerBound > offset { high = middle } else { low = middle + 1 }
            }
            return low
        }

        /// Whether an edit finds what it replaces, and no other edit in its way.
        func takes(_ edit: Fix.Edit) -> Bool {
            guard let bytes, edit.range.lowerBound >= 0, edit.range.upperBound <= bytes.count,
                bytes[edit.range].elementsEqual(edit.expected)
            else { return false }
            // Only its neighbours can be in the way: those that begin where it ends, or before, and end where it begins.
            let near = edits[..<index(behind: edit.range.upperBound)].reversed()
                .prefix { $0.edit.range.upperBound >= edit.range.lowerBound }
            return !near.contains { entry in
                let other = entry.edit
                let start = max(other.range.lowerBound, edit.range.lowerBound)
                let end = min(other.range.upperBound, edit.range.upperBound)
                // What is inserted at the edge of another edit could come before it or behind.
                return start < end || start == end && (other.range.isEmpty || edit.range.isEmpty)
            }
        }

        /// The fixes that promise to change nothing but characters, and make something else of the text.
        var fixesThatChangeTheTree: Set<Int> {
            let promised = edits.filter(\.keepsTree)
            guard !promised.isEmpty, let bytes, let shape = TreeShape(of: bytes) else { return [] }
            func keeps(_ edits: [Entry]) -> Bool { TreeShape(of: with(edits)) == shape }
            if keeps(promised) { return [] }
            // Half by half: most fixes keep the tree, and the file is not read again for each of them.
            let byFix = Dictionary(grouping: promised, by: \.fix)
            var harmful: Set<Int> = []
            var open = [byFix.keys.sorted()[...]]
            var tries = max(Self.leastTries, Self.mostBytes / max(1, bytes.count))
            while let group = open.popLast() {
                tries -= 1
                if tries > 0,
                    keeps(
                        group.flatMap { byFix[$0] ?? [] }.sorted { $0.edit.range.lowerBound < $1.edit.range.lowerBound }
                    )
                {
                    continue
                }
                guard tries > 0, group.count > 1 else {
                    harmful.formUnion(group)
                    continue
                }
                let middle = group.startIndex + group.count / 2
                open += [group[middle...], group[..<middle]]
            }
            return keeps(promised.filter { !harmful.contains($0.fix) }) ? harmful : Set(promised.map(\.fix))
        }

        /// The file with some edits made.
        func with(_ edits: [Entry]) -> [UInt8] {
            guard let bytes else { return [] }
            var result: [UInt8] = []
            var start = 0
            for edit in edits.map(\.edit).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
                result += bytes[start..<edit.range.lowerBound]
                result += edit.replacement
                start = edit.range.upperBound
            }
            return result + bytes[start...]
        }
    }
}
