import Values

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
            writer.field("grouping", symbols.grouping)
            writer.field("minus", symbols.minus)
            // Most languages write the digits that a program does.
            if symbols.digits != "0123456789" { writer.field("digits", symbols.digits) }
            writer.field("percent", symbols.percent)
            writer.field("units") { writer in
                writer.array { writer in symbols.units.forEach { writer.unit($0) } }
            }
            writer.field("joints") { $0.strings(symbols.joined) }
        }
    }

    /// The forms of whole numbers, `{"1": "{0} day", "other": "{0} days"}`, and behind them those of numbers with
    /// decimals where they are others.
    private mutating func unit(_ unit: FormatSymbols.UnitForms) {
        array { writer in
            writer.forms(unit.exceptions, other: unit.other)
            if unit.fraction != unit.other || unit.fractionExceptions != unit.exceptions {
                writer.forms(unit.fractionExceptions, other: unit.fraction)
            }
        }
    }

    private mutating func forms(_ exceptions: [Int: String], other: String) {
        object { writer in
            for (number, form) in exceptions.sorted(by: { $0.key < $1.key }) { writer.field(String(number), form) }
            writer.field("other", other)
        }
    }

    mutating func strings(_ texts: [String]) {
        array { writer in texts.forEach { writer.string($0) } }
    }
}

extension FormatSymbols {
    /// Where a script puts the sign that parts groups: a regular expression that matches between the digits of a whole
    /// number.
    fileprivate var grouping: String {
        let (last, others) = (groupSizes.first ?? 3, groupSizes.last ?? 3)
        let isLong = "(?<=^(?=\\d{\(longestUngrouped + 1)}).*)"
        return "\(isLong)\\B(?=(\\d{\(others)})*\\d{\(last)}$)"
    }

    /// One unit to four, joined: `{0}, {1} and {2}`.
    fileprivate var joined: [String] {
        guard joints.count == 4 else { return [] }
        let (two, first, middle, last) = (joints[0], joints[1], joints[2], joints[3])
        return [
            "{0}", "{0}\(two){1}", "{0}\(first){1}\(last){2}", "{0}\(first){1}\(middle){2}\(last){3}",
        ]
    }
}
