/// What changed between two versions of a file, in the form that `patch` and `git apply` take (POSIX, `diff -u`).
public struct UnifiedDiff: Sendable {
    /// The lines that are shown around a change.
    private static let context = 3

    private let old: [ArraySlice<UInt8>]
    private let new: [ArraySlice<UInt8>]

    /// Compares two versions, line by line.
    public init(from old: [UInt8], to new: [UInt8]) {
        self.old = Self.lines(of: old)
        self.new = Self.lines(of: new)
    }

    /// The difference; nothing where there is none. Bytes are as they are in the files, line endings included.
    ///
    /// - Parameter path: how both versions are called; `a/` and `b/` are put before it.
    public func bytes(path: String) -> [UInt8] {
        let edits = self.edits
        guard edits.contains(where: \.isChange) else { return [] }
        var bytes = Array("--- a/\(path)\n+++ b/\(path)\n".utf8)
        for hunk in Self.hunks(of: edits) { append(edits[hunk], to: &bytes) }
        return bytes
    }

    // MARK: Lines

    private enum Edit {
        case kept(old: Int, new: Int)
        case removed(old: Int, new: Int)
        case added(old: Int, new: Int)

        var isChange: Bool { if case .kept = self { false } else { true } }

        /// The lines that stand here in both versions, from 0.
        var position: (old: Int, new: Int) {
            switch self {
            case .kept(let old, let new), .removed(let old, let new), .added(let old, let new): (old, new)
            }
        }
    }

    /// The lines with their line feeds, so that the last one may have none.
    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            lines.append(bytes[start..<end])
            start = end
        }
        return lines
    }

    /// All lines of both versions in the order in which they are shown: what was removed before what was added.
    private var edits: [Edit] {
        var edits: [Edit] = []
        var (index, position) = (0, 0)
        for pair in SequenceAlignment.common(old, new) + [(old.count, new.count)] {
            while index < pair.left {
                edits.append(.removed(old: index, new: position))
                index += 1
            }
            while position < pair.right {
                edits.append(.added(old: index, new: position))
                position += 1
            }
            guard index < old.count, position < new.count else { break }
            edits.append(.kept(old: index, new: position))
            (index, position) = (index + 1, position + 1)
        }
        return edits
    }

    // MARK: Hunks

    /// The changes with the lines around them; those that touch are one.
    private static func hunks(of edits: [Edit]) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for index in edits.indices where edits[index].isChange {
            let range = max(0, index - context)..<min(edits.count, index + context + 1)
            if let last = hunks.last, last.upperBound >= range.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }

    private func append(_ edits: ArraySlice<Edit>, to bytes: inout [UInt8]) {
        guard let first = edits.first?.position else { return }
        var (removed, added) = (0, 0)
        for edit in edits {
            switch edit {
            case .kept: (removed, added) = (removed + 1, added + 1)
            case .removed: removed += 1
            case .added: added += 1
            }
        }
        // An empty range is named by the line before it.
        func range(_ start: Int, _ count: Int) -> String { "\(count == 0 ? start : start + 1),\(count)" }
        bytes += "@@ -\(range(first.old, removed)) +\(range(first.new, added)) @@\n".utf8
        for edit in edits {
            switch edit {
            case .kept(let old, _): append(" ", self.old[old], to: &bytes)
            case .removed(let old, _): append("-", self.old[old], to: &bytes)
            case .added(_, let new): append("+", self.new[new], to: &bytes)
            }
        }
    }

    private func append(_ sign: String, _ line: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        bytes += sign.utf8
        bytes += line
        if line.last != 0x0A { bytes += "\n\\ No newline at end of file\n".utf8 }
    }
}
