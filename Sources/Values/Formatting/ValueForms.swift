extension ValueDeclaration {
    /// The forms in which a value may be typed: as programs and as prose of some languages write it, and numbers in every
    /// manner of grouping. None of a choice, whose words every page has.
    package func forms(of value: Value, in formatters: [ValueFormatter]) -> [String] {
        Self.forms(of: value, type, decimals: decimals, formatters)
    }

    private static func forms(
        of value: Value, _ type: ValueType, decimals: Int?, _ formatters: [ValueFormatter]
    ) -> [String] {
        switch (value, type) {
        case (.choice, _), (.chart, _): return []
        case (.table(let rows), .table(let columns)):
            return rows.flatMap { row in
                zip(row, columns).flatMap { forms(of: $0, $1.type, decimals: nil, formatters) }
            }
        case (.text(let text), _): return [text]
        default: break
        }
        let key = value.key(type: type)
        let prose = formatters.map { $0.prose(value, type: type, decimals: decimals) }
        return [key, value.code(type: type, decimals: decimals)] + prose + grouped(key)
    }

    /// The digits of a number in groups of three, with every sign that languages put between them.
    private static func grouped(_ number: String) -> [String] {
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, whole.count > 3, parts.count < 3, number.allSatisfy({ $0.isNumber || $0 == "." })
        else { return [] }
        let digits = Array(whole)
        return [" ", ",", ".", "'"].flatMap { sign -> [String] in
            var text = ""
            for (index, digit) in digits.enumerated() {
                if index > 0, (digits.count - index) % 3 == 0 { text += sign }
                text.append(digit)
            }
            guard parts.count == 2 else { return [text] }
            return [".", ","].filter { $0 != sign }.map { text + $0 + parts[1] }
        }
    }
}
