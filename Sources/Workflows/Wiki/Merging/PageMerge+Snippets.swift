import Sources

/// What of a page the guide takes in from files that are not its own.
extension PageMerge {
    /// Holds the changes that are in snippets, with those that are one with them: another guide may take the same in.
    func holdSnippets(_ changes: inout [PageChange], _ groups: ChangeGroups) {
        for group in groups.all {
            let open = group.filter { changes[$0].hold == nil && !changes[$0].edits.isEmpty }
            guard let path = open.compactMap({ snippet(of: changes[$0]) }).first else { continue }
            for index in open { changes[index].hold = .snippet(path: path) }
        }
    }

    /// The file of the snippet that a change is in; nil where it is in the guide's own files.
    private func snippet(of change: PageChange) -> String? {
        edits(of: [change], merges).lazy.compactMap { sources.foreignPath($0.language, $0.kind, $0.range) }.first
    }

    /// The files that a patch changes, as they are and with some changes, without what snippets lend them.
    func patches(with changes: [PageChange]) -> [(path: String, old: [UInt8], new: [UInt8])] {
        let new = sources.files(with: edits(of: changes, merges), ofOwn: true)
        return sources.paths.compactMap { path in
            new[path].flatMap { new in sources.ownBytes(of: path).map { (path, $0, new) } }
        }
    }
}
