import Guides

/// What the script needs of a language, the same for all of its pages and so made once: the words of the panel and
/// the symbols of numbers, durations and dates.
public struct ScriptLanguage: Sendable {
    /// What the script says, by the names of the terms without their `script-`; the other words are in the templates.
    private static let words = [
        "captured", "choose", "copied", "copy-anyway", "elsewhere", "empty", "key", "not-copied", "private", "several",
        "unknown", "wrong-character", "wrong-choice", "wrong-date", "wrong-decimal", "wrong-duration",
        "wrong-identifier", "wrong-integer", "wrong-pattern", "wrong-percent", "wrong-text", "wrong-url",
    ]

    /// Members of the data's object.
    let members: [UInt8]
    /// Dates, which few pages have.
    let dates: [UInt8]

    /// - Parameters:
    ///   - page: the language of the panel.
    ///   - content: the language that the guide is written in.
    public init(page: Language, content: LanguageTag) {
        let symbols = FormatSymbols(content)
        var dates = JSONWriter()
        dates.strings(symbols.dates)
        self.dates = dates.bytes
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("language", content.rawValue)
            writer.field("words") { writer in
                writer.object { writer in
                    for name in ["colon", "computed", "chart-over", "chart-left", "example-list"] {
                        writer.field(name, page.term(name))
                    }
                    for name in Self.words { writer.field(name, page.term("script-\(name)")) }
                }
            }
            writer.field("symbols") { $0.symbols(symbols) }
        }
        members = Array(writer.bytes.dropFirst().dropLast())
    }
}

extension JSONWriter {
    fileprivate mutating func symbols(_ symbols: FormatSymbols) {
        object { writer in
            writer.field("decimal", symbols.decimal)
            writer.field("group", symbols.group)
            writer.field("sizes") { writer in
                writer.array { writer in symbols.groupSizes.forEach { writer.number(Double($0)) } }
            }
            writer.field("ungrouped") { $0.number(Double(symbols.longestUngrouped)) }
            writer.field("minus", symbols.minus)
            // Most languages write the digits that a program does.
            if symbols.digits != "0123456789" { writer.field("digits", symbols.digits) }
            writer.field("percent", symbols.percent)
            writer.field("units") { writer in
                writer.array { writer in symbols.units.forEach { writer.unit($0) } }
            }
            writer.field("joints") { $0.strings(symbols.joints) }
        }
    }

    /// A unit of one form is that form: `"{0} h"`.
    private mutating func unit(_ unit: FormatSymbols.UnitForms) {
        guard unit.other != unit.fraction || !unit.exceptions.isEmpty || !unit.fractionExceptions.isEmpty else {
            return string(unit.other)
        }
        object { writer in
            writer.field("other", unit.other)
            writer.field("at") { $0.exceptions(unit.exceptions) }
            writer.field("fraction", unit.fraction)
            writer.field("fractionAt") { $0.exceptions(unit.fractionExceptions) }
        }
    }

    private mutating func exceptions(_ exceptions: [Int: String]) {
        object { writer in
            for (number, form) in exceptions.sorted(by: { $0.key < $1.key }) { writer.field(String(number), form) }
        }
    }

    mutating func strings(_ texts: [String]) {
        array { writer in texts.forEach { writer.string($0) } }
    }
}
