/// The program that a documentation was written for.
public enum PageDialect: String, Sendable, CaseIterable {
    case vitepress, mkdocs, hugo, jekyll, docusaurus, starlight, github

    /// The one that a folder's files tell of.
    ///
    /// - Parameters:
    ///   - folder: the folder's own path, whose end may be what a program lays down.
    ///   - text: what a file says; nil where it cannot be read.
    package static func detect(_ paths: [String], in folder: String, text: (String) -> String?) -> PageDialect {
        for path in paths {
            let name = path.split(separator: "/").last ?? ""
            if path.contains(".vitepress/") { return .vitepress }
            switch name {
            case "mkdocs.yml", "mkdocs.yaml": return .mkdocs
            case "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json": return .hugo
            case "_config.yml", "_config.yaml": return .jekyll
            case "docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs": return .docusaurus
            case "astro.config.mjs", "astro.config.ts", "astro.config.js": return .starlight
            default: break
            }
        }
        if paths.contains(where: { $0.contains("docusaurus-plugin-content-docs") }) { return .docusaurus }
        // The folder of the texts alone: MDX says whose components it takes.
        for path in paths.lazy.filter({ $0.hasSuffix(".mdx") }).prefix(100) {
            guard let text = text(path) else { continue }
            if text.contains("@astrojs/starlight") { return .starlight }
            if text.contains("'@theme/") || text.contains("\"@theme/") || text.contains("@docusaurus/") {
                return .docusaurus
            }
        }
        if folder.hasSuffix("src/content/docs") { return .starlight }
        if paths.contains(where: { $0.hasSuffix("/_index.md") || $0 == "_index.md" }) { return .hugo }
        return .github
    }

    /// The alert of a name that the dialects have for one.
    static func alert(_ name: String) -> String? {
        switch name.lowercased() {
        case "note", "info", "abstract", "summary", "question", "quote", "example", "seealso", "notice", "cite", "todo",
            "callout", "alert", "admonition", "primary", "secondary", "new", "highlight":
            "NOTE"
        case "tip", "hint", "success", "check", "done", "faq": "TIP"
        case "important": "IMPORTANT"
        case "warning", "attention", "caution", "warn": "WARNING"
        case "danger", "error", "failure", "bug", "fail", "missing": "CAUTION"
        default: nil
        }
    }
}
