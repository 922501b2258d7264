import Sources

/// What a guide takes in of files that are not its own.
extension Guide {
    /// Adds to findings in snippets the line of the guide that takes them in, so that a report about the guide tells them.
    public func showSnippets(of found: inout [Diagnostic]) {
        guard editions.contains(where: { $0.file.isComposed }) else { return }
        for index in found.indices {
            let path = found[index].place.path
            guard let marker = editions.lazy.compactMap({ $0.file.place(takingIn: path) }).first else { continue }
            found[index] = found[index].adding(Diagnostic.Related(marker, "it is taken in here"))
        }
    }
}

extension Sequence<Diagnostic> {
    /// Without what was found again in a snippet that several guides take in.
    public func foundOnce() -> [Diagnostic] {
        var seen: Set<[String]> = []
        return filter { diagnostic in
            let start = "content/\(SnippetReader.folder)/"
            guard diagnostic.place.path.hasPrefix(start) else { return true }
            let place = diagnostic.place
            let key = [place.path, "\(place.line):\(place.column)", diagnostic.check, diagnostic.message]
            return seen.insert(key).inserted
        }
    }
}
