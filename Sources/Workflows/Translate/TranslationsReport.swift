import Checks
import Guides
import Sources

/// What is behind, for people and for programs.
public struct TranslationsReport: Sendable {
    private let result: TranslationWork.Result
    private let gate: SecretGate

    /// Reports a status.
    ///
    /// - Parameter gate: what keeps secrets out of the report.
    public init(_ result: TranslationWork.Result, through gate: SecretGate) {
        self.result = result
        self.gate = gate
    }

    // MARK: Text

    /// A table of guides by languages, and, below it, what has changed of each section that is behind.
    ///
    /// - Parameter detailed: whether the changes follow the table.
    public func text(detailed: Bool) -> String {
        var rows = [["guide"] + result.languages.map(\.rawValue)]
        for guide in result.guides { rows.append([guide.id] + guide.translations.map(\.summary)) }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let table = rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return Self.trimmed(cells.joined(separator: "  ")) + "\n"
        }
        return table.joined() + (detailed ? details : "") + "\n" + summary + "\n"
    }

    /// All of it in one line.
    public var summary: String {
        let translations = result.guides.flatMap(\.translations)
        func count(_ state: GuideTranslations.Translation.State) -> Int { translations.count { $0.state == state } }
        let sections = translations.reduce(0) { $0 + $1.behind.count }
        return [
            result.guides.count.counted("guide"),
            sections == 0 ? "nothing behind" : "\(sections.counted("section")) behind",
            count(.unrecorded) == 0 ? nil : "\(count(.unrecorded)) not recorded",
            count(.missing) == 0 ? nil : "\(count(.missing)) not translated",
        ].compactMap { $0 }.joined(separator: ", ")
    }

    private var details: String {
        var text = ""
        for guide in result.guides {
            for translation in guide.translations {
                for section in translation.behind {
                    let name =
                        section.id == TranslationUnit.lead
                        ? "the text before the first heading"
                        : section.title.isEmpty ? "title and summary" : "“\(section.title)”"
                    text += "\n\(section.place.path):\(section.place.line): \(gate.masked(name))\n"
                    text += section.earlier.map { listing($0, "-") }.joined()
                    text += section.changed.map { listing($0, "+") }.joined()
                    let unknown = section.gone - section.earlier.count
                    if unknown > 0 { text += "  \(unknown.counted("earlier block")) not found in git\n" }
                }
            }
        }
        return text
    }

    private func listing(_ block: GuideTranslations.Block, _ sign: String) -> String {
        let position = block.commit.map { "\(block.path) in \($0.prefix(10))" } ?? "\(block.path):\(block.line)"
        let lines = gate.masked(block.text).split(separator: "\n", omittingEmptySubsequences: false)
        return "  \(position)\n" + lines.map { "  \(sign) \(TerminalText.printable($0))\n" }.joined()
    }

    private static func trimmed(_ line: String) -> String {
        String(line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)])
    }

    // MARK: JSON

    /// `{"version": 1, "guides": [{"guide", "translations": [{"language", "state", "behind": […]}]}]}`.
    public var json: String {
        let guides = result.guides.map { guide -> JSONValue in
            ["guide": .string(guide.id), "translations": .array(guide.translations.map(value))]
        }
        let report: JSONValue = ["version": 1, "guides": .array(guides)]
        return report.text(isIndented: true) + "\n"
    }

    private func value(_ translation: GuideTranslations.Translation) -> JSONValue {
        [
            "language": .string(translation.language.rawValue),
            "state": .string(translation.state.rawValue),
            "behind": .array(
                translation.behind.map { section in
                    [
                        "section": .string(section.id),
                        "title": .string(gate.masked(section.title)),
                        "path": .string(section.place.path),
                        "line": .integer(section.place.line),
                        "changed": .array(section.changed.map(value)),
                        "earlier": .array(section.earlier.map(value)),
                        "gone": .integer(section.gone),
                    ]
                }),
        ]
    }

    private func value(_ block: GuideTranslations.Block) -> JSONValue {
        var object: JSONValue = [
            "path": .string(block.path), "line": .integer(block.line), "text": .string(gate.masked(block.text)),
        ]
        if let commit = block.commit { object.append("commit", .string(commit)) }
        return object
    }
}

extension GuideTranslations.Translation {
    /// The state in a word or two, as a table shows it.
    var summary: String {
        switch state {
        case .current: "current"
        case .behind: "\(behind.count) behind"
        case .unrecorded: "not recorded"
        case .missing: "not translated"
        }
    }
}
