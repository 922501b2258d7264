import Guides
import Import
import Sources
import Values
import Workflows

/// Texts that were written for another program, on their way to a guide or a page.
enum ImportFuzzing {
    private static let loaded: (language: Language, kind: Kind)? = {
        guard let project = ProjectLoader(TextFuzzing.project([]), ValueOptions()).load(.guides).value?.project,
            let language = project.languages.first, let kind = project.kinds["how-to"]
        else { return nil }
        return (language, kind)
    }()

    /// The first byte says which program it was written for.
    static func convert(_ bytes: [UInt8]) {
        guard let loaded else { preconditionFailure("the program's own files are read") }
        let file = SourceFile(path: "en/page.md", bytes: bytes)
        var found: [Diagnostic] = []
        if var conversion = GuideConversion(file, loaded.language, loaded.kind, known: [], &found) {
            let result = conversion.convert()
            precondition(String(validating: result.markdown, as: UTF8.self) != nil, "a guide is UTF-8")
        }
        let dialect = PageDialect.allCases[Int(bytes.first ?? 0) % PageDialect.allCases.count]
        let index = PageIndex(["en/page.md", "fr/page.md"], dialect, known: ["en", "fr"], main: "en")
        let conversion = PageConversion(dialect, index, known: ["en", "fr"])
        guard let page = index.pages.first,
            var draft = conversion.read(file, "en", include: { _ in nil }, &found)
        else { return }
        let ids = PageConversion.ids(of: draft)
        let targets = PageConversion.Targets { path, _ in
            path
        } isSame: { path, other in
            path == other
        }
        var assets: [String: String] = [:]
        let text = conversion.write(&draft, page, "en", ids: ids, targets, &assets)
        precondition(String(validating: text, as: UTF8.self) != nil, "a page is UTF-8")
    }
}
