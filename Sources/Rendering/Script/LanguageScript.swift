import Guides
import Sources
import Values

/// The script file of a language: what is the same on all of its pages, and so is written once. It has the words of the
/// panel, the symbols of numbers, durations and dates, and the declarations of values.
///
/// A page in one language around a guide in another reads the files of both.
public enum LanguageScript {
    /// The file's place below its language's folder.
    public static let name = "language.js"

    /// Writes the file.
    ///
    /// - Parameters:
    ///   - texts: the values as the language's guides show them. Of one that is held back from the audience that is its
    ///     example, and so is what the file has.
    ///   - values: the values that some guide shows, and those that they are computed from.
    public static func file(_ language: Language, _ texts: ValueTexts, values: [ValueDeclaration]) -> [UInt8] {
        let variable = "(globalThis.vademecumLanguages??={})[\"\(language.tag)\"]"
        var writer = JSONWriter(assigningTo: variable, reserving: 16384)
        writer.object { writer in
            writer.field("words") { $0.words(language) }
            let symbols = FormatSymbols(language.tag)
            writer.field("symbols") { $0.symbols(symbols) }
            if values.contains(where: { $0.type == .date }) {
                writer.field("dates") { $0.strings(symbols.dates) }
                if symbols.firstDay != "1" { writer.field("firstDay", symbols.firstDay) }
            }
            if values.contains(where: \.type.isUnit) { writer.field("plurals") { $0.plurals(of: language.tag) } }
            writer.field("keys", KeyFormat.expression)
            writer.field("values") { writer in
                writer.object { writer in
                    for declaration in values {
                        writer.key(declaration.name)
                        writer.declaration(
                            declaration, texts.entry(named: declaration.name)?.resolved, in: language.tag)
                    }
                }
            }
        }
        return writer.bytes
    }
}

extension JSONWriter {
    /// The terms of the panel and of the script, by their names without `panel-` and `script-`; the other words stand
    /// in the pages.
    fileprivate mutating func words(_ language: Language) {
        object { writer in
            for name in ["colon", "computed", "chart-over", "chart-left", "example-list"] {
                writer.field(name, language.term(name))
            }
            for (name, text) in language.terms.sorted(by: { $0.key < $1.key }) {
                for prefix in ["panel-", "script-"] where name.hasPrefix(prefix) {
                    writer.field(String(name.dropFirst(prefix.count)), text)
                }
            }
        }
    }
}

extension JSONWriter {
    /// The rules of a language's plural categories, as CLDR writes them.
    fileprivate mutating func plurals(of language: LanguageTag) {
        object { writer in
            for rule in PluralRules(language).rules { writer.field(rule.category, rule.condition) }
        }
    }

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
