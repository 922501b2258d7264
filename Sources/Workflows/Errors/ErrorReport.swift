import Sources

/// What is printed of errors and of a look through logs, as text and as JSON.
public enum ErrorReport {
    /// A line for each pattern, under its guide.
    public static func text(_ items: [ErrorCatalogue.Item]) -> String {
        var text = ""
        var guide: String?
        for item in items {
            if item.guide != guide {
                let samples = item.samples == 1 ? "1 sample" : "\(item.samples) samples"
                let facts = [item.languages.joined(separator: ", "), samples] + (item.id.map { ["e/\($0)"] } ?? [])
                text += "\(item.guide) (\(facts.joined(separator: "; ")))\n"
            }
            guide = item.guide
            text += "  \(TerminalText.printable(item.pattern))\n"
        }
        return text
    }

    /// A list of objects with `guide`, `languages`, `pattern`, `samples`, and `id` where the error has an address.
    public static func json(_ items: [ErrorCatalogue.Item]) -> [UInt8] {
        var writer = JSONWriter(.indented)
        writer.array { writer in
            for item in items {
                writer.object { writer in
                    writer.field("guide", item.guide)
                    writer.field("languages") { writer in
                        writer.array { writer in item.languages.forEach { writer.string($0) } }
                    }
                    writer.field("pattern", item.pattern)
                    writer.field("samples") { $0.number(item.samples) }
                    if let id = item.id { writer.field("id", id) }
                }
            }
        }
        return writer.bytes + [0x0A]
    }

    /// A line for each kind of message: how many there are, the guide, the message, where the first one stands.
    public static func text(_ report: ErrorScan.Report) -> String {
        let counts = report.findings.map { String($0.count) }
        let guides = report.findings.map { $0.guide ?? "no guide" }
        let (left, middle) = (counts.map(\.count).max() ?? 0, guides.map(\.count).max() ?? 0)
        var text = ""
        for (index, finding) in report.findings.enumerated() {
            let count = String(repeating: " ", count: left - counts[index].count) + counts[index]
            let guide = guides[index] + String(repeating: " ", count: middle - guides[index].count)
            text +=
                "\(count)  \(guide)  \(TerminalText.printable(finding.template))  (\(finding.first.path):\(finding.first.line))\n"
        }
        let unknown = report.findings.count { $0.guide == nil }
        text += "\(report.lines) lines, \(report.findings.count) kinds of errors, \(unknown) without a guide\n"
        return text
    }

    /// An object with `lines` and `errors`, each with `template`, `count`, `guide`, `path` and `line`.
    public static func json(_ report: ErrorScan.Report) -> [UInt8] {
        var writer = JSONWriter(.indented)
        writer.object { writer in
            writer.field("lines") { $0.number(report.lines) }
            writer.field("errors") { writer in
                writer.array { writer in
                    for finding in report.findings {
                        writer.object { writer in
                            writer.field("template", finding.template)
                            writer.field("count") { $0.number(finding.count) }
                            if let guide = finding.guide { writer.field("guide", guide) }
                            writer.field("path", finding.first.path)
                            writer.field("line") { $0.number(finding.first.line) }
                        }
                    }
                }
            }
        }
        return writer.bytes + [0x0A]
    }
}
