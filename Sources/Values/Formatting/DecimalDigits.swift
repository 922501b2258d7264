import Foundation
import Synchronization

/// A number as decimal digits, rounded for show: halves go away from zero, on the digits that the number's shortest
/// exact text has, which any language can repeat.
package struct DecimalDigits {
    /// The number that is shown.
    package let value: Double
    /// How many digits stand behind the point.
    package let fractionLength: Int
    /// The digits, with a point and without an exponent.
    package let text: String

    /// As many digits as any decimal number keeps in a double (C, DBL_DIG): what is behind them is noise of the
    /// arithmetic, as in 6.1499999999999995.
    private static let significantDigits = 15

    package init(_ number: Double, decimals: Int?) {
        let plain = Self.plain(number == 0 ? 0 : number)
        let parts = plain.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
        let whole = Array(parts[0].utf8)
        let fraction = parts.count > 1 ? Array(parts[1].utf8) : []
        let zero = UInt8(ascii: "0")
        let significant = (whole + fraction).drop { $0 == zero }.count
        let length = decimals ?? max(0, fraction.count - max(0, significant - Self.significantDigits))
        var digits = whole + fraction.prefix(length)
        if fraction.count > length, fraction[length] >= UInt8(ascii: "5") { Self.increment(&digits) }
        digits += [UInt8](repeating: zero, count: max(0, length - fraction.count))
        var shown = length
        // Nobody asked for the zeros that rounding left.
        while decimals == nil, shown > 0, digits.last == zero {
            digits.removeLast()
            shown -= 1
        }
        var text = String(decoding: digits, as: UTF8.self)
        if shown > 0 { text.insert(".", at: text.index(text.endIndex, offsetBy: -shown)) }
        self.text = plain.hasPrefix("-") && digits.contains { $0 != zero } ? "-" + text : text
        value = Double(self.text) ?? number
        fractionLength = shown
    }

    /// Adds one to a number in decimal digits.
    private static func increment(_ digits: inout [UInt8]) {
        for index in digits.indices.reversed() {
            if digits[index] != UInt8(ascii: "9") {
                digits[index] += 1
                return
            }
            digits[index] = UInt8(ascii: "0")
        }
        digits.insert(UInt8(ascii: "1"), at: 0)
    }

    /// The number as a duration in seconds: `Duration.seconds` would take a double's own digits, beyond those that are shown.
    var duration: Duration {
        let parts = text.split(separator: ".")
        let attoseconds = parts.count > 1 ? String(parts[1].prefix(18)) : ""
        guard let whole = Int64(parts[0]),
            let fraction = Int64(attoseconds + String(repeating: "0", count: 18 - attoseconds.count))
        else { return .seconds(value) }
        return Duration(
            secondsComponent: whole, attosecondsComponent: text.hasPrefix("-") ? -fraction : fraction)
    }

    /// The shortest text that reads back as the same double, with its exponent written out.
    package static func plain(_ number: Double) -> String {
        let text = "\(number)"
        let parts = text.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else {
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
        let isNegative = parts[0].hasPrefix("-")
        let mantissa = parts[0].drop { $0 == "-" }.split(separator: ".")
        let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
        let digits = String(mantissa[0]) + fraction
        let point = mantissa[0].count + exponent
        let plain: String
        if point <= 0 {
            plain = "0." + String(repeating: "0", count: -point) + digits
        } else if point >= digits.count {
            plain = digits + String(repeating: "0", count: point - digits.count)
        } else {
            plain = "\(digits.prefix(point)).\(digits.dropFirst(point))"
        }
        return isNegative ? "-" + plain : plain
    }
}
