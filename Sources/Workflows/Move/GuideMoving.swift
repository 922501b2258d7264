import Checks
import Guides
import Sources

/// Gives a guide, or a folder of guides, another path: links to it, records of translations, groups and redirects follow.
public struct GuideMoving {
    /// What was done, or would be.
    public struct Result: Sendable {
        /// The guides, by the IDs that they had and that they have.
        public internal(set) var guides: [(from: String, to: String)] = []
        /// The texts whose links lead elsewhere now, by their paths afterwards.
        public internal(set) var texts: [(path: String, links: Int)] = []
        /// The other files that say something else now.
        public internal(set) var files: [String] = []
        /// The redirects that were added.
        public internal(set) var redirects: [(from: String, to: String)] = []
    }

    private let folder: ProjectFolder
    private let options: MoveOptions
    private let move: GuideMove

    /// Moves within a project.
    public init(_ folder: ProjectFolder, _ options: MoveOptions) {
        self.folder = folder
        self.options = options
        move = GuideMove(from: options.from, to: options.to)
    }

    /// Moves everything, or nothing.
    public func run() -> Outcome<Result> {
        let before = ProjectLoader(folder, ValueOptions().read(by: .public)).load(.guides)
        let outcome = before.then { (loaded, found) throws(Refusal) in
            let moved = try guides(loaded.project.inventory)
            let files = MovedFiles(folder.files, move)
            var result = Result()
            result.guides = moved.map { ($0, move.id(of: $0)) }
            try mendTexts(loaded, in: files, &result)
            try mendFiles(loaded, moved, in: files, &result)
            try look(at: files, after: before.diagnostics)
            if !options.isDry { try MoveWriter(folder, files, move).write() }
            // What is wrong with the content was so before, and is another command's to tell.
            found = []
            return result
        }
        return outcome
    }

    // MARK: What moves

    /// The guides that move; refuses what cannot be done.
    private func guides(_ inventory: Inventory) throws(Refusal) -> [String] {
        let moved = inventory.ids.filter(move.moves)
        let (old, new) = (Self.path(move.from), Self.path(move.to))
        guard !moved.isEmpty else {
            throw .usage(NoSuchGuide(id: move.from, known: inventory.ids), at: old)
        }
        guard !move.from.hasSameBytes(as: move.to) else { throw .usage(BadMove(.same), at: old) }
        guard NewGuide.isName(move.to) else { throw .usage(BadGuideName(name: move.to), at: new) }
        guard isFree(move.to) else { throw .usage(BadMove(.taken), at: new) }
        return moved
    }

    /// Whether nothing but what moves stands at a path, and only folders above it.
    private func isFree(_ path: String) -> Bool {
        var folder = InventoryReader.contentFolder
        let names = path.split(separator: "/").map(String.init)
        for (index, name) in names.enumerated() {
            let entries = (try? self.folder.files.listing(of: folder)) ?? []
            folder += "/" + name
            // The folder that moves is gone by then, and so is what held it alone.
            if folder.hasSameBytes(as: Self.path(move.from)) { return true }
            guard let entry = entries.first(where: { $0.name.hasSameBytes(as: name) }) else { return true }
            guard entry.kind == .folder else { return false }
            if index == names.count - 1 { return holdsOnly(folder) }
        }
        return false
    }

    /// Whether a folder holds the one that moves, and nothing else.
    private func holdsOnly(_ folder: String) -> Bool {
        let from = Self.path(move.from)
        guard from.beginsWithBytes(of: folder + "/"), let entries = try? self.folder.files.listing(of: folder),
            entries.count == 1, let entry = entries.first
        else { return false }
        let path = "\(folder)/\(entry.name)"
        return path.hasSameBytes(as: from) || entry.kind == .folder && holdsOnly(path)
    }

    // MARK: What follows

    private func mendTexts(_ loaded: LoadedProject, in files: MovedFiles, _ result: inout Result) throws(Refusal) {
        let (line, move, guides) = (Line(loaded), move, loaded.project.inventory.guides)
        let texts = Parallel.map(count: guides.count) { MovedTexts(guides[$0], move, line) }
        let faults = texts.flatMap(\.faults)
        guard faults.isEmpty else { throw Refusal(faults, isUsage: true) }
        var mended: Set<String> = []
        for (entry, text) in zip(guides, texts) {
            // A snippet comes with every guide that takes it in.
            for (path, bytes, links) in text.files where mended.insert(path).inserted {
                try put(bytes, at: files.after(path), in: files)
                result.texts.append((files.after(path), links))
            }
            guard let records = text.records else { continue }
            let path = files.after(LoadedProject.path(entry.id, TranslationRecords.fileName))
            try put(records, at: path, in: files)
            result.files.append(path)
        }
    }

    private func mendFiles(
        _ loaded: LoadedProject, _ moved: [String], in files: MovedFiles, _ result: inout Result
    ) throws(Refusal) {
        let languages = loaded.project.languages.map(\.tag.rawValue)
        let configuration = try read(ProjectFolder.configurationName)
        let edits = configuration.map {
            MovedConfiguration(
                $0, move, moved: moved, staying: loaded.project.inventory.ids.filter { !move.moves($0) },
                languages: languages)
        }
        try refuse(edits?.unmended ?? [])
        if let bytes = edits?.bytes {
            try put(bytes, at: ProjectFolder.configurationName, in: files)
            result.files.append(ProjectFolder.configurationName)
        }
        try mendRedirects(moved, languages, in: files, &result)
        guard let record = try read(ImportRecord.name) else { return }
        let changes = Dictionary(files.changes.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        let renamed = ImportRecord(record.bytes).renaming(files.after) { path in
            guard let new = changes[files.after(path)], let old = try? folder.files.read(path) else { return nil }
            return (old, new)
        }
        if renamed.bytes != record.bytes {
            try put(renamed.bytes, at: ImportRecord.name, in: files)
            result.files.append(ImportRecord.name)
        }
    }

    private func mendRedirects(
        _ moved: [String], _ languages: [String], in files: MovedFiles, _ result: inout Result
    ) throws(Refusal) {
        let old = try read(Redirects.fileName)
        guard var redirects = RedirectFile(old) else {
            throw .usage(BadMove(.list), at: Redirects.fileName)
        }
        redirects.follow(move, moved, languages: languages)
        // A name in other capitals is the same address to many servers.
        result.redirects = result.guides.filter { $0.from.lowercased() != $0.to.lowercased() }
        guard redirects.add(result.redirects) else { throw .usage(BadMove(.list), at: Redirects.fileName) }
        try refuse(redirects.edits.unmended)
        if old == nil, result.redirects.isEmpty || redirects.edits.isEmpty { return }
        guard redirects.edits.bytes != old?.bytes else { return }
        try put(redirects.edits.bytes, at: Redirects.fileName, in: files)
        result.files.append(Redirects.fileName)
    }

    private func refuse(_ nodes: [YAMLNode]) throws(Refusal) {
        guard !nodes.isEmpty else { return }
        throw Refusal(nodes.map { Diagnostic(BadMove(.text), at: $0.place) }, isUsage: true)
    }

    // MARK: Looking, and files

    /// Refuses where the project would have faults that it did not have.
    private func look(at files: MovedFiles, after before: [Diagnostic]) throws(Refusal) {
        let known = Set(before.map { "\(files.after($0.place.path)) \($0.check)" })
        let outcome = ProjectLoader(ProjectFolder(files, path: folder.path), ValueOptions().read(by: .public))
            .load(.guides)
        let new = outcome.diagnostics.filter {
            $0.severity == .error && !known.contains("\($0.place.path) \($0.check)")
        }
        if !new.isEmpty { throw Refusal(new, isUsage: true) }
    }

    private func read(_ path: String) throws(Refusal) -> SourceFile? {
        guard folder.has(path) else { return nil }
        var found: [Diagnostic] = []
        guard let file = folder.read(path, &found) else { throw Refusal(found, isUsage: true) }
        return file
    }

    private func put(_ bytes: [UInt8], at path: String, in files: MovedFiles) throws(Refusal) {
        do throws(FileFailure) { try files.write(bytes, to: path) } catch {
            throw .usage(UnwritableFile(reason: error.reason), at: path)
        }
    }

    private static func path(_ id: String) -> String { "\(InventoryReader.contentFolder)/\(id)" }
}
