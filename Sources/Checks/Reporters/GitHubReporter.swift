import Sources

/// Findings as the workflow commands of GitHub Actions, which show them at their lines in a pull request
/// (docs.github.com, “Workflow commands for GitHub Actions”).
struct GitHubReporter {
    /// GitHub shows no more annotations of one level than this from one step.
    static let most = 10

    func report(_ report: CheckReport) -> String {
        var counts: [Diagnostic.Severity: Int] = [:]
        var commands: [String] = []
        var others: [String] = []
        for diagnostic in report.diagnostics {
            let count = counts[diagnostic.severity, default: 0] + 1
            counts[diagnostic.severity] = count
            if count <= Self.most {
                commands.append(command(diagnostic))
            } else {
                others.append(line(diagnostic))
            }
        }
        guard !commands.isEmpty else { return "" }
        var lines = commands + others
        for severity in [Diagnostic.Severity.error, .warning, .note] {
            guard let count = counts[severity], count > Self.most else { continue }
            let left = count - Self.most
            lines.append(
                "\(left) more \(severity.rawValue)\(left == 1 ? " is" : "s are") listed above and not shown as "
                    + "\(left == 1 ? "an annotation" : "annotations"): GitHub shows \(Self.most) of a level")
        }
        return (lines + [report.summary]).joined(separator: "\n") + "\n"
    }

    private func command(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.place
        var properties = [("file", place.path)]
        if place.sourceLine != nil {
            properties += [("line", String(place.line)), ("endLine", String(place.endLine))]
            // Columns mean something within one line only.
            if place.line == place.endLine {
                properties += [("col", String(place.column)), ("endColumn", String(place.endColumn))]
            }
        }
        properties.append(("title", diagnostic.check))
        let list = properties.map { "\($0.0)=\(Self.escaped($0.1, isProperty: true))" }.joined(separator: ",")
        return "::\(name(of: diagnostic.severity)) \(list)::\(Self.escaped(diagnostic.fullText, isProperty: false))"
    }

    /// A finding that is only in the log, on one line that can be read as no command.
    private func line(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.place
        let text = "\(place.path):\(place.line):\(place.column): \(diagnostic.severity.rawValue)[\(diagnostic.check)]: "
        return Self.escaped("  " + text + diagnostic.message, isProperty: false)
    }

    private func name(of severity: Diagnostic.Severity) -> String {
        severity == .note ? "notice" : severity.rawValue
    }

    /// As actions/toolkit's `escapeData` and `escapeProperty` do: whatever a file holds, a command ends where we end it.
    static func escaped(_ text: String, isProperty: Bool) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "%"): bytes += "%25".utf8
            case 0x0D: bytes += "%0D".utf8
            case 0x0A: bytes += "%0A".utf8
            case UInt8(ascii: ":") where isProperty: bytes += "%3A".utf8
            case UInt8(ascii: ",") where isProperty: bytes += "%2C".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
