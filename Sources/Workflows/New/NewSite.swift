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

    /// What a job installs the program from: a variable of the repository, for where a team keeps its wheels nobody else knows.
    private static let wheel = "VADEMECUM_WHEEL"

    private static let github = """
        # The repository’s variable \(wheel) names what `scripts/wheel` of Vademecum made: an address, or a file of this
        # repository.
        name: Guides
        on: [push, pull_request]
        jobs:
          check:
            runs-on: ubuntu-24.04
            env:
              \(wheel): ${{ vars.\(wheel) }}
            steps:
              - uses: actions/checkout@v4
              - run: python3 -m venv "$RUNNER_TEMP/vademecum"
              - run: >-
                  "$RUNNER_TEMP/vademecum/bin/pip" install --quiet
                  "${\(wheel):?Set this variable to the address of a wheel of Vademecum}"
              - run: >-
                  "$RUNNER_TEMP/vademecum/bin/vademecum" check --strict --format github

        """

    private static let gitlab = """
        # The project’s variable \(wheel) names what `scripts/wheel` of Vademecum made: an address, or a file of this
        # repository.
        guides:
          image: python:3.12-slim
          script:
            - pip install --quiet "${\(wheel):?Set this variable to the address of a wheel of Vademecum}"
            - vademecum check --strict --format gitlab > gl-code-quality-report.json
          artifacts:
            when: always
            reports: {codequality: gl-code-quality-report.json}

        """

    /// What is left to do before the first job can run; nil where nobody checks what is pushed.
    public var next: String? {
        switch service {
        case .github:
            "Set \(Self.wheel) to the address of a wheel of Vademecum, under Settings → Secrets and variables → Actions → "
                + "Variables, or by `gh variable set \(Self.wheel)`: .github/workflows/guides.yml installs it."
        case .gitlab:
            "Set \(Self.wheel) to the address of a wheel of Vademecum, under Settings → CI/CD → Variables: .gitlab-ci.yml "
                + "installs it."
        case nil: nil
        }
    }
}
