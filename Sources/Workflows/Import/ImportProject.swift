import Checks
import Foundation
import Guides
import Import
import Sources
import Templates
import Values

/// The project that something is imported into, as it would be: nothing is on the disk before all of it is.
struct ImportProject {
    private let folder: ProjectFolder
    private let files: OverlayFiles
    private let base: any Files
    private let values: ValueOptions

    init(_ path: String, _ values: ValueOptions) { self.init(DiskFiles(path), path, values) }

    init(_ base: any Files, _ path: String, _ values: ValueOptions) {
        self.base = base
        self.values = values
        files = OverlayFiles(base)
        folder = ProjectFolder(files, path: path)
    }

    /// The bytes of a file; nil where there is none.
    func bytes(_ path: String) -> [UInt8]? { try? files.read(path) }

    /// The languages that the project has; nil where it is none yet.
    var tags: [String]? {
        var ignored: [Diagnostic] = []
        guard folder.has(ProjectFolder.configurationName),
            let file = folder.read(ProjectFolder.configurationName, &ignored)
        else { return nil }
        return Configuration.read(file).configuration?.languages.map(\.rawValue)
    }

    func has(_ path: String) -> Bool { files.kind(path) != nil }

    func write(_ bytes: [UInt8], to path: String) throws(Refusal) {
        do { try files.write(bytes, to: path) } catch {
            throw .usage(UnwritableFile(reason: error.reason), at: path)
        }
    }

    /// The project's languages, and all others that the program knows.
    func languages(_ found: inout [Diagnostic]) -> [Language] {
        let templates = TemplateFolder(project: folder)
        var tags: [LanguageTag] = []
        if folder.has(ProjectFolder.configurationName), let file = folder.read(ProjectFolder.configurationName, &found)
        {
            tags = Configuration.read(file).configuration?.languages ?? []
        }
        let names = DefaultTemplates.files.keys.filter { $0.hasPrefix("languages/") }.sorted()
        let known = names.compactMap { LanguageTag(rawValue: String($0.dropFirst(10).dropLast(5))) }
        var ignored: [Diagnostic] = []
        return templates.languages(tags + known.filter { !tags.contains($0) && $0.withoutRegion == nil }, &ignored)
    }

    /// The configuration, which a project gets with its first text.
    ///
    /// - Parameter adds: whether a language that the project lacks is added to it.
    func begin(_ language: Language, adds: Bool, _ found: inout [Diagnostic]) throws(Refusal) -> Configuration {
        if !folder.has(ProjectFolder.configurationName) {
            try write(Array(ConfigurationEdits.begin(language).utf8), to: ProjectFolder.configurationName)
        }
        guard let file = folder.read(ProjectFolder.configurationName, &found) else { throw Refusal(isUsage: true) }
        let (configuration, problems) = Configuration.read(file)
        guard let configuration, !problems.hasErrors else { throw Refusal(problems, isUsage: true) }
        if !adds, !configuration.languages.contains(language.tag) {
            throw .usage(
                UnknownLanguage(name: language.tag.rawValue, known: configuration.languages.map(\.rawValue)),
                at: ProjectFolder.configurationName)
        }
        return configuration
    }

    func kind(_ name: String, _ found: inout [Diagnostic]) throws(Refusal) -> Kind {
        guard let kind = TemplateFolder(project: folder).kinds(&found)[name] else {
            throw .usage(BadImport(.noKind(name)), at: "templates/kinds")
        }
        return kind
    }

    /// A guide of the project.
    func guide(_ id: String, _ configuration: Configuration, _ found: inout [Diagnostic]) throws(Refusal) -> Guide {
        let loaded = ProjectLoader(folder, values.read(by: .public)).load(.guides)
        guard let project = loaded.value else { throw Refusal(loaded.diagnostics, isUsage: true) }
        let guides = project.project.inventory.guides
        guard let entry = guides.first(where: { $0.id == id }) else {
            throw .usage(NoSuchGuide(id: id, known: guides.map(\.id)), at: "content")
        }
        var ignored: [Diagnostic] = []
        guard let guide = Line(project).read(entry, &ignored) else { throw Refusal(ignored, isUsage: true) }
        return guide
    }

    /// Changes `vademecum.yaml` where it has to be.
    func change(source: String, _ body: (inout ConfigurationEdits) -> Bool) throws(Refusal) {
        var ignored: [Diagnostic] = []
        guard let file = folder.read(ProjectFolder.configurationName, &ignored), var edits = ConfigurationEdits(file)
        else {
            throw Refusal(ignored, isUsage: true)
        }
        guard body(&edits) else { throw .usage(BadImport(.flowValues), at: ProjectFolder.configurationName) }
        try write(edits.bytes, to: ProjectFolder.configurationName)
    }

    // MARK: Redirects

    /// The addresses that have moved.
    var redirects: Redirects {
        var ignored: [Diagnostic] = []
        let configuration =
            folder.has(ProjectFolder.configurationName)
            ? folder.read(ProjectFolder.configurationName, &ignored).flatMap { Configuration.read($0).configuration }
            : nil
        let file = folder.has(Redirects.fileName) ? folder.read(Redirects.fileName, &ignored) : nil
        return Redirects((configuration?.redirects ?? []) + (file.map { Redirects.read($0).redirects } ?? []))
    }

    /// Adds redirects, but for those that lead from where a page of the site is, and those of an address that leads elsewhere
    /// already.
    ///
    /// - Parameters:
    ///   - redirects: addresses from the root, and where they lead; those that were not added are taken out.
    ///   - tags: the languages of the site.
    func add(_ redirects: inout [(from: String, to: String)], tags: [String]) throws(Refusal) {
        let old = self.redirects
        var taken = Set(["index.html", "404.html"].map { ExactText($0) })
        for tag in tags { taken.insert(ExactText("\(tag)/index.html")) }
        // On systems that tell no small letters from large ones, `FAQ` is where the page `faq` stands.
        let pages = Set(
            redirects.map {
                Self.folded(Redirect.End.Page.file(of: String($0.to.dropFirst())))
            })
        for redirect in old.all {
            guard case .path(let path) = redirect.from.page, redirect.from.anchor == nil else { continue }
            taken.insert(ExactText(Redirect.End.Page.file(of: path)))
        }
        redirects = redirects.filter { redirect in
            let path = redirect.from.dropFirst().removingPercentEncoding ?? ""
            let file = Redirect.End.Page.file(of: path)
            // A guide that was here before.
            let isGuide = [file, file.lowercased()].contains { name in
                let parts = name.split(separator: "/")
                return tags.contains { parts.first ?? "" == $0 } && parts.count > 2
                    && has("content/\(parts.dropFirst().dropLast().joined(separator: "/"))/\(parts[0]).md")
            }
            return !isGuide && !pages.contains(Self.folded(file)) && taken.insert(ExactText(file)).inserted
        }
        guard !redirects.isEmpty else { return }
        var ignored: [Diagnostic] = []
        let file = folder.has(Redirects.fileName) ? folder.read(Redirects.fileName, &ignored) : nil
        guard ignored.isEmpty, var list = RedirectFile(file), list.add(redirects) else {
            throw .usage(BadMove(.list), at: Redirects.fileName)
        }
        try write(list.edits.bytes, to: Redirects.fileName)
    }

    /// A file's name as other systems compare it.
    private static func folded(_ name: String) -> String { name.precomposedStringWithCanonicalMapping.lowercased() }

    // MARK: Checking

    /// Checks what was written, makes the fixes that stay within it, and says what is left.
    func mend(guides: [String], texts: Set<String>) -> [Diagnostic] {
        var options = CheckOptions()
        let home = Disk.resolved(folder.path) ?? folder.path
        options.paths = guides.map { "\(home)/content/\($0)" } + ["\(home)/\(ProjectFolder.configurationName)"]
        let check = ContentCheck(folder, values, options)
        var outcome = check.check()
        for _ in 0..<8 {
            let safe = outcome.diagnostics.filter { finding in
                finding.fix.map { $0.edits.allSatisfy { texts.contains($0.path) } } ?? false
            }
            let plan = FixPlan(safe) { path in try? files.read(path) }
            guard plan.count > 0 else { break }
            for change in plan.changes { try? files.write(change.new, to: change.path) }
            outcome = check.check()
        }
        return outcome.diagnostics
    }

    /// Records that a translation is current, which it is when it comes.
    func accept(_ guide: String?, _ language: LanguageTag?) {
        var options = TranslationsOptions()
        options.guide = guide
        options.language = language
        _ = TranslationWork(folder, options).accept()
    }

    // MARK: Writing

    /// The files that would be written.
    var changes: [String] { files.changes().map(\.path) }

    /// Writes everything; where one file cannot be written, those before it become what they were.
    func commit() throws(Refusal) -> [String] {
        var done: [(path: String, old: [UInt8]?)] = []
        // The configuration comes last: without it nothing is a project, and values before their guide only wait.
        let changes = files.changes().sorted { left, right in
            left.path != ProjectFolder.configurationName && right.path == ProjectFolder.configurationName
        }
        for (path, bytes) in changes {
            let old = try? base.read(path)
            do {
                try makeFolder(of: path)
                try base.write(bytes, to: path)
                done.append((path, old))
            } catch {
                for (path, old) in done.reversed() {
                    if let old { try? base.write(old, to: path) } else { Disk.remove("\(folder.path)/\(path)") }
                }
                let reason = (error as? FileFailure)?.reason ?? (error as? Disk.Failure)?.reason ?? "\(error)"
                throw .usage(UnwritableFile(reason: reason), at: path)
            }
        }
        return changes.map(\.path)
    }

    private func makeFolder(of path: String) throws {
        guard base is DiskFiles else { return }
        try Disk.makeFolder(Disk.parts(of: "\(folder.path)/\(path)").folder)
    }
}
