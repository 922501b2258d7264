import Checks
import Foundation
import Guides
import Import
import Sources
import Values

/// Makes pages of a folder of documentation that is there in several languages.
public struct FolderImport {
    private let project: ImportProject
    private let source: any Files
    private let path: String
    private let options: ImportOptions
    private let dialect: PageDialect?

    /// - Parameters:
    ///   - path: the folder of the documentation, as it was named.
    ///   - folder: where the project is, or shall be.
    ///   - dialect: the program that it was written for; nil to find out.
    public init(
        _ path: String, into folder: String, _ values: ValueOptions, _ options: ImportOptions, dialect: PageDialect?
    ) {
        self.path = path
        self.options = options
        self.dialect = dialect
        source = DiskFiles(URL(fileURLWithPath: path).standardizedFileURL.path)
        project = ImportProject(folder, values)
    }

    /// Reads, converts, checks, and writes everything or nothing.
    public func run() -> Outcome<ImportReport> {
        var diagnostics: [Diagnostic] = []
        do throws(Refusal) {
            let report = try convert(&diagnostics)
            return Outcome(report, diagnostics)
        } catch {
            return Outcome(nil, diagnostics + error.diagnostics, isUsage: error.isUsage)
        }
    }

    /// Languages that folders may be named by, besides those that the program knows.
    private static let others: Set = [
        "ru", "uk", "tr", "ko", "vi", "cs", "sv", "fa", "he", "hu", "uz", "az", "bn", "ur", "hi", "th", "ro", "el",
        "da", "sl", "et", "lv", "eu", "gl", "sq", "mk", "kk", "hy", "eo", "ms",
        "fi", "sk", "bg", "no", "nb", "yo", "sr", "hr", "lt", "ca", "id", "ka", "zh-tw", "zh-hant",
    ]

    private func convert(_ found: inout [Diagnostic]) throws(Refusal) -> ImportReport {
        let paths = list("")
        let all = project.languages(&found)
        let known = Set(all.map { $0.tag.rawValue.lowercased() }).union(Self.others)
        let dialect =
            dialect
            ?? PageDialect.detect(paths, in: URL(fileURLWithPath: path).standardizedFileURL.path) { name in
                (try? source.read(name, most: ProjectFolder.largestFile)).map { String(decoding: $0, as: UTF8.self) }
            }
        guard paths.contains(where: PageIndex.isPage) else { throw .usage(BadImport(.noFiles), at: path) }
        let main = options.languages.first ?? "en"
        let table = try table(of: paths, known)
        var index = PageIndex(paths, dialect, known: known, main: main, table: table)
        // What has moved here since the last run is written to where it is now.
        let moved = project.redirects
        index.rename { id in
            project.has("content/\(id)")
                ? nil : moved.guide(insteadOf: id).flatMap { project.has("content/\($0)") ? $0 : nil }
        }
        let languages = try languages(index, all)
        let tags = languages.map(\.tag.rawValue)
        let pages = index.pages.filter { page in tags.contains { page.files[$0] != nil } }
        let faults = index.collisions.filter { collision in
            tags.contains { tag in index.pages.contains { $0.id == collision.id && $0.files[tag] == collision.other } }
        }
        guard faults.isEmpty else {
            throw Refusal(
                faults.map {
                    Diagnostic(
                        BadImport(.twoSources($0.id, "\(path)/\($0.other)")), at: Place(path: "\(path)/\($0.path)"))
                }, isUsage: true)
        }
        guard pages.contains(where: { page in tags.count { page.files[$0] != nil } > 1 }) else {
            throw .usage(BadImport(.noPairs), at: path)
        }
        for language in languages {
            _ = try project.begin(languages[0], adds: true, &found);
            try project.change(source: path) {
                $0.add(language); return true
            }
        }
        _ = try project.kind("page", &found)
        var report = try write(
            pages, PageConversion(dialect, index, known: known, settings: settings(dialect, paths)),
            OldAddresses(dialect, known: known, main: main), tags,
            paths, &found)
        report.dialect = (dialect, isFound: self.dialect == nil)
        return report
    }

    private func settings(_ dialect: PageDialect, _ paths: [String]) -> SiteSettings {
        SiteSettings(dialect, paths) { try? source.read($0, most: ProjectFolder.largestFile) }
    }

    /// Which files are one page, as the command's table has it.
    private func table(of paths: [String], _ known: Set<String>) throws(Refusal) -> PageTable {
        guard let file = options.pairs else { return PageTable() }
        let table = PageTable(file, paths: Set(paths), known: known)
        guard table.faults.isEmpty else {
            throw Refusal(
                table.faults.map { line, fault in
                    switch fault {
                    case .noFile(let path): Diagnostic(BadImport(.noFile(path)), at: file.place(line: line))
                    case .twice(let path): Diagnostic(BadImport(.twice(path)), at: file.place(line: line))
                    }
                }, isUsage: true)
        }
        return table
    }

    /// The languages of the project: those that were named, that it has, or that pages are in and the program knows.
    private func languages(_ index: PageIndex, _ all: [Language]) throws(Refusal) -> [Language] {
        let wanted = options.languages.isEmpty ? project.tags ?? index.languages : options.languages
        let languages = wanted.compactMap { tag in all.first { $0.tag.rawValue.lowercased() == tag.lowercased() } }
        if languages.count < 2 { throw .usage(BadImport(.noPairs), at: path) }
        return languages
    }

    private func list(_ folder: String) -> [String] {
        var paths: [String] = []
        for (name, kind) in (try? source.listing(of: folder)) ?? [] where name != ".git" && name != "node_modules" {
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            if kind == .folder { paths += list(path) } else if kind == .file { paths.append(path) }
        }
        return paths
    }

    // MARK: Pages

    private func write(
        _ pages: [PageIndex.Page], _ conversion: PageConversion, _ addresses: OldAddresses, _ tags: [String],
        _ paths: [String],
        _ found: inout [Diagnostic]
    ) throws(Refusal) -> ImportReport {
        var report = ImportReport()
        report.decisions = conversion.leftOut(in: path)
        var drafts: [String: PageConversion.Draft] = [:]
        // Texts that are no translations yet, of which it says enough that they are none.
        var unfinished: Set<String> = []
        var ids: [String: [String]] = [:]
        let existing = NamedFiles(paths)
        // A page's path has the folder's before it.
        let folder = self.path + "/"
        let above = StaticFilesAbove(self.path)
        func bytes(_ path: String) -> [UInt8]? { above.bytes(path) ?? (try? source.read(path)) }
        var targets = PageConversion.Targets { path, page in
            existing.path(of: path, from: page.hasPrefix(folder) ? String(page.dropFirst(folder.count)) : page)
                ?? above.path(of: path)
        } isSame: {
            bytes($0) == bytes($1)
        }
        for page in pages {
            var texts: [(tag: String, path: String)] = []
            var read: [PageConversion.Draft] = []
            for tag in tags {
                guard let path = page.files[tag] else { continue }
                texts.append((tag, path))
                let file = try self.read(path)
                guard let draft = conversion.read(file, tag, include: { include($0, from: path, existing) }, &found)
                else {
                    throw Refusal(isUsage: true)
                }
                read.append(draft)
            }
            PageConversion.settleSummaries(of: &read)
            let first = read.first.map { PageConversion.ids(of: $0) } ?? []
            for (number, (tag, path)) in texts.enumerated() {
                var draft = read[number]
                var own = first
                if number > 0 {
                    own = compare(&draft, with: read[0], first)
                    if PageConversion.isStub(draft, of: read[0]) || PageConversion.isUntranslated(draft, of: read[0]) {
                        unfinished.insert("content/\(page.id)/\(tag).md")
                    }
                }
                drafts["\(page.id) \(tag)"] = draft
                ids["\(page.id) \(tag)"] = own
                targets.anchors["\(page.id) \(tag)"] = PageConversion.anchors(of: draft, own)
                targets.titles["\(page.id) \(tag)"] = PageConversion.titleAnchor(of: draft)
                report.guides.append(ImportReport.Guide(id: page.id, language: tag, source: draft.path))
                for address in addresses.addresses(of: path, in: tag, head: draft.head) {
                    report.redirects.append((address, "/\(tag)/\(page.id)/"))
                    targets.add(address, of: page)
                }
            }
        }
        var writer = ImportWriter(project)
        /// A page in its languages, and the files that it shows.
        func written(_ page: PageIndex.Page) -> (
            texts: [(tag: String, draft: PageConversion.Draft, bytes: [UInt8])], assets: [String: String]
        ) {
            var texts: [(tag: String, draft: PageConversion.Draft, bytes: [UInt8])] = []
            var assets: [String: String] = [:]
            let first = tags.lazy.compactMap { drafts["\(page.id) \($0)"] }.first
            for tag in tags {
                let key = "\(page.id) \(tag)"
                guard var draft = drafts[key] else { continue }
                let bytes = conversion.write(&draft, page, tag, ids: ids[key] ?? [], beside: first, targets, &assets)
                texts.append((tag, draft, bytes))
            }
            return (texts, assets)
        }
        var uses: [String: Int] = [:]
        for page in pages { for path in Set(written(page).assets.values) { uses[path, default: 0] += 1 } }
        let isFree = !pages.contains {
            $0.id.split(separator: "/").first.map(String.init) == PageConversion.sharedFolder
        }
        if isFree { targets.share(uses.filter { $0.value > 1 }.keys.sorted()) }
        for (source, name) in targets.shared.sorted(by: { $0.key < $1.key }) {
            guard let bytes = bytes(source) else { continue }
            try writer.write(bytes, to: "content/\(PageConversion.sharedFolder)/\(name)", from: source)
        }
        for page in pages {
            let first = tags.lazy.compactMap { drafts["\(page.id) \($0)"] }.first
            let (texts, assets) = written(page)
            for (tag, draft, bytes) in texts {
                report.decisions += draft.decisions
                try writer.write(bytes, to: "content/\(page.id)/\(tag).md", from: draft.path)
            }
            for (name, path) in assets.sorted(by: { $0.key < $1.key }) {
                guard let bytes = bytes(path) else { continue }
                try writer.write(bytes, to: "content/\(page.id)/\(name)", from: path)
            }
            guard let first else { continue }
            try writer.write(
                Array(PageConversion.metadata(of: first).utf8), to: "content/\(page.id)/guide.yaml", from: path)
        }
        report.decisions += writer.kept.map {
            ImportDecision(
                $0, "it was edited here, and its source changed: it stays as it is, for a person to put both together")
        }
        report.findings = project.mend(
            guides: Array(Set(pages.map(\.id))).sorted(), texts: Set(writer.written.filter { $0.hasSuffix(".md") }))
        let changed = pages.filter { page in
            tags.allSatisfy { page.files[$0] == nil || writer.written.contains("content/\(page.id)/\($0).md") }
        }
        if changed.count == pages.count {
            project.accept(nil, nil)
        } else {
            for page in changed { project.accept(page.id, nil) }
        }
        try project.add(&report.redirects, tags: tags)
        report.findings = project.mend(guides: Array(Set(pages.map(\.id))).sorted(), texts: []).filter { finding in
            type(of: finding.problem).description.group != .languages || !unfinished.contains(finding.place.path)
        }
        try writer.finish()
        report.isDry = options.isDry
        report.written = options.isDry ? project.changes : try project.commit()
        return report
    }

    /// The IDs of a translation's headings; what it lacks is told, once.
    private func compare(_ draft: inout PageConversion.Draft, with original: PageConversion.Draft, _ ids: [String])
        -> [String]
    {
        let (own, count) = PageConversion.ids(of: draft, like: original, ids)
        let message: String? =
            if PageConversion.isStub(draft, of: original) {
                "it says next to nothing of \(original.path): translate it, or leave it out"
            } else if PageConversion.isUntranslated(draft, of: original) {
                "its text is that of \(original.path): translate it, or leave it out"
            } else if count > 0 {
                "\(count) of its headings \(count == 1 ? "stands" : "stand") for none of \(original.path) for certain: their IDs are their own"
            } else {
                nil
            }
        if let message { draft.decisions.append(ImportDecision(draft.path, message)) }
        return own
    }

    /// The lines of a file that a page takes in.
    private func include(_ name: String, from page: String, _ existing: NamedFiles) -> [String]? {
        guard
            let target = existing.path(
                of: name.hasPrefix("@site/")
                    ? String(name.dropFirst(5)) : name.hasPrefix("@/") ? String(name.dropFirst()) : name,
                from: page),
            let bytes = try? source.read(target, most: ProjectFolder.largestFile)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    private func read(_ path: String) throws(Refusal) -> SourceFile {
        do throws(FileFailure) {
            return SourceFile(
                path: "\(self.path)/\(path)", bytes: try source.read(path, most: ProjectFolder.largestFile))
        } catch {
            throw .usage(UnreadableFile(reason: error.reason), at: "\(self.path)/\(path)")
        }
    }
}
