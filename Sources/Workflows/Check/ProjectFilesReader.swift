import Checks
import Guides
import Sources

/// Reads what a project has besides its guides: configuration, and the templates and tables of its own.
struct ProjectFilesReader {
    let folder: ProjectFolder

    /// What may hold text that somebody reads. Fonts and images hold none.
    private static let textual = ["mustache", "html", "css", "js", "svg", "txt", "json"]

    func read(_ diagnostics: inout [Diagnostic]) -> ProjectFiles {
        var (templates, tables): ([SourceFile], [SourceFile]) = ([], [])
        for path in paths(in: TemplateFolder.name) {
            let isTable = path.hasSuffix(".yaml")
            guard isTable || Self.textual.contains(where: { path.hasSuffix(".\($0)") }),
                let file = folder.read(path, &diagnostics)
            else { continue }
            if isTable { tables.append(file) } else { templates.append(file) }
        }
        if folder.has(Redirects.fileName), let file = folder.read(Redirects.fileName, &diagnostics) {
            tables.append(file)
        }
        // It has been read before, and so it can be.
        let configuration = folder.read(ProjectFolder.configurationName, &diagnostics)
        return ProjectFiles(
            configuration: configuration ?? SourceFile(path: ProjectFolder.configurationName, bytes: []),
            templates: templates, tables: tables)
    }

    private func paths(in path: String) -> [String] {
        let listing = (try? folder.files.listing(of: path)) ?? []
        return listing.filter { !$0.name.hasPrefix(".") }.flatMap { name, kind -> [String] in
            switch kind {
            case .folder: paths(in: "\(path)/\(name)")
            case .file: ["\(path)/\(name)"]
            default: []
            }
        }
    }
}
