import CommonMark
import Guides
import Sources
import Values

/// Renders any Markdown file, filled, through the same path as a guide's. A project lends its values where there is one.
public struct LooseRendering: Sendable {
    /// What to write.
    public enum Format: String, Sendable, CaseIterable {
        /// The body of a page.
        case html
        /// CommonMark with GFM's tables, alerts and task lists.
        case markdown
        /// The same as libcmark writes it, which knows CommonMark alone.
        case commonmark
    }

    private let folder: ProjectFolder?
    private let values: ValueOptions

    /// - Parameter folder: the project whose values to use.
    public init(_ folder: ProjectFolder?, _ values: ValueOptions) {
        self.folder = folder
        self.values = values
    }

    /// Fills and renders a file.
    public func render(_ file: SourceFile, language tag: LanguageTag?, to format: Format) -> Outcome<[UInt8]> {
        let loader = ProjectLoader(folder ?? ProjectFolder(MemoryFiles()), values)
        return loader.load(.text(path: file.path, tag)).then { (loaded, found) throws(Refusal) in
            let line = Line(loaded)
            guard let text = line.read(file, &found) else { throw Refusal() }
            found += line.check(text)
            guard !found.hasErrors else { throw Refusal() }
            guard let rendered = line.render(line.fill(text), isPage: false).first else { throw Refusal() }
            let gate = loaded.gate
            if loaded.book.audience == .public, gate.knowsValues {
                found += rendered.html.withUnsafeBufferPointer { GatedSink.diagnose($0, "\(file.path).html", gate) }
                guard !found.hasErrors else { throw Refusal() }
            }
            switch format {
            case .html: return rendered.html
            case .markdown: return rendered.markdown
            case .commonmark: return try normal(rendered.markdown, of: file)
            }
        }
    }

    /// Values may have made more of a text than libcmark is given.
    private func normal(_ markdown: [UInt8], of file: SourceFile) throws(Refusal) -> [UInt8] {
        do {
            return try NormalCommonMark.text(of: markdown)
        } catch {
            throw Refusal([
                Diagnostic(TooMuch(what: error.limit.words, most: error.limit.most()), at: Place(path: file.path))
            ])
        }
    }
}
