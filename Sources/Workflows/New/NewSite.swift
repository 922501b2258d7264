import Foundation
import Guides
import Sources
import Templates
import Values

/// A project to begin with: a configuration, a guide in each language, and what a repository wants besides.
public struct NewSite: Sendable {
    /// Who checks the guides when they are pushed.
    public enum Service: String, Sendable, CaseIterable {
        /// GitHub Actions.
        case github
        /// GitLab CI/CD.
        case gitlab
    }

    /// The folder, absolute or from the current one; it need not be there.
    private let folder: String
    private let languages: [LanguageTag]
    private let service: Service?

    private static let guide = "load-paper"
    /// The tags of the languages that a site can be begun in; any region of theirs as well.
    public static var languages: [String] { StartTexts().tags }

    /// - Parameter languages: the first is the one that is written first; at least one.
    public init(_ folder: String, languages: [LanguageTag], service: Service?) {
        self.folder = URL(fileURLWithPath: folder).standardizedFileURL.path
        self.languages = languages
        self.service = service
    }

    /// Writes the files: all of them, or none.
    ///
    /// - Returns: their paths in the folder.
    public func write() -> Outcome<[String]> {
        do throws(Refusal) {
            return Outcome(try files().write(), [])
        } catch {
            return Outcome(nil, error.diagnostics, isUsage: error.isUsage)
        }
    }

    private func files() throws(Refusal) -> NewFiles {
        let starts = StartTexts()
        var texts: [(tag: LanguageTag, text: StartTexts.Text, language: Language)] = []
        for tag in languages {
            guard let text = starts[tag], let language = BuiltInLanguages.whole(tag) else {
                let problem = NoStart(
                    tag: tag.rawValue, known: starts.tags, meant: LanguageTag.meant(by: tag.rawValue)?.rawValue)
                throw .usage(problem, at: "--languages")
            }
            texts.append((tag, text, language))
        }
        var files = NewFiles(in: folder)
        files.add(ProjectFolder.configurationName, Self.configuration(texts.map { ($0.tag, $0.text) }))
        files.add("content/\(Self.guide)/guide.yaml", Self.metadata)
        for (tag, text, language) in texts {
            files.add("content/\(Self.guide)/\(tag).md", text.guide(in: language))
        }
        if let records = Self.records(of: files) { files.add(Self.recordsPath, records) }
        for name in ["vademecum", "guide"] {
            files.add(Self.schemaPath(name), DefaultTemplates.files["schemas/\(name).json"] ?? [])
        }
        files.add(".gitignore", Self.ignored)
        switch service {
        case .github: files.add(".github/workflows/guides.yml", Self.github)
        case .gitlab: files.add(".gitlab-ci.yml", Self.gitlab)
        case nil: break
        }
        return files
    }

    private static let recordsPath = "content/\(guide)/\(TranslationRecords.fileName)"

    /// What the translations were made from, as `translations accept` records it; nil where there are none.
    private static func records(of files: NewFiles) -> [UInt8]? {
        let memory = MemoryFiles(Dictionary(files.files) { first, _ in first })
        _ = TranslationWork(ProjectFolder(memory), TranslationsOptions()).accept()
        return try? memory.read(recordsPath, most: .max)
    }

    private static func configuration(_ texts: [(LanguageTag, StartTexts.Text)]) -> String {
        func map(_ word: (StartTexts.Text) -> String) -> String {
            "{" + texts.map { "\($0): \(word($1))" }.joined(separator: ", ") + "}"
        }
        return """
            \(editorLine("vademecum", above: 0))
            title: \(map(\.site))
            # The first is the one that guides are written in; the others are translated from it.
            languages: [\(texts.map { $0.0.rawValue }.joined(separator: ", "))]
            # What {{name}} stands for. A value with `private: true` is shown to the team alone.
            values:
              tray:
                type: integer
                example: 2
                label: \(map(\.tray))

            """
    }

    /// The comment by which editors find a schema.
    ///
    /// - Parameter folders: how deep the file lies in the project.
    private static func editorLine(_ schema: String, above folders: Int) -> String {
        "# yaml-language-server: $schema=\(String(repeating: "../", count: folders))\(schemaPath(schema))"
    }

    private static func schemaPath(_ name: String) -> String { "\(TemplateFolder.name)/schemas/\(name).json" }

    private static let metadata = """
        \(editorLine("guide", above: 2))
        kind: how-to
        # The error that the guide is about: who pastes it finds the guide, with its values filled in.
        errors: ["PC LOAD LETTER[ in tray {{tray}}]"]
        samples: [PC LOAD LETTER in tray 3]

        """

    private static let ignored = """
        # What `vademecum build` writes, and everybody's own values.
        /site/
        /team-site/
        vademecum.local.yaml

        """

    private static let github = """
        # OWNER stands for where you keep a copy of Vademecum.
        name: Guides
        on: [push, pull_request]
        jobs:
          check:
            runs-on: ubuntu-latest
            container: swift:6.1
            steps:
              - uses: actions/checkout@v4
              - uses: OWNER/vademecum@v1
                with: {strict: true}

        """

    private static let gitlab = """
        # OWNER stands for where you keep a copy of Vademecum.
        guides:
          image: swift:6.1
          script:
            - git clone --depth 1 https://git.example.org/OWNER/vademecum.git /opt/vademecum
            - /opt/vademecum/scripts/setup
            - swift build --package-path /opt/vademecum -c release --product vademecum
            - /opt/vademecum/.build/release/vademecum check --strict --format gitlab > gl-code-quality-report.json
          artifacts: {reports: {codequality: gl-code-quality-report.json}}

        """
}
