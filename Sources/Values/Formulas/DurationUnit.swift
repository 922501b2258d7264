import Sources

/// The units in which durations are written, in seconds.
package enum DurationUnit {
    private static let units: [String: Double] = [
        "ms": 0.001, "millisecond": 0.001, "milliseconds": 0.001,
        "s": 1, "sec": 1, "second": 1, "seconds": 1,
        "m": 60, "min": 60, "minute": 60, "minutes": 60,
        "h": 3600, "hour": 3600, "hours": 3600,
        "d": 86400, "day": 86400, "days": 86400,
        "w": 604800, "week": 604800, "weeks": 604800,
    ]

    /// Every name of a unit.
    package static var names: some Collection<String> { units.keys }

    /// So many of a unit, in seconds; nil where no unit has the name.
    static func seconds(_ number: Double, _ name: String) -> Double? {
        // Thousandths are divided rather than multiplied by 0.001, which would leave 174 ms inexact.
        units[name].map { $0 < 1 ? number / 1000 : number * $0 }
    }

    /// Reads `6.141s`, `1m26.4s`, `2 h 30 min`, `86400 seconds`; a number without a unit is none.
    package static func parse(_ text: String) -> Double? {
        var rest = Substring(text.trimmingSpace).utf8
        guard !rest.isEmpty else { return nil }
        var total = 0.0
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
            rest = rest.dropFirst(number.count).drop { $0 == 0x20 }
            let unit = rest.prefix { $0.isASCIILetter }
            rest = rest.dropFirst(unit.count).drop { $0 == 0x20 }
            guard let value = Double(String(Substring(number))), let part = seconds(value, String(Substring(unit)))
            else {
                return nil
            }
            total += part
        }
        return total.isFinite ? total : nil
    }
}
