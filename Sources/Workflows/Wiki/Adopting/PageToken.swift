import Guides
import Sources

/// The smallest piece of a page's line that an edit is followed in.
struct PageToken: Hashable {
    /// The kind of token.
    enum Kind: Hashable {
        /// A word, a sign, or a run of spaces.
        case plain
        /// A value, by its name.
        case value(String)
        /// The address of a link or an image.
        case address
    }

    let kind: Kind
    /// As the page has it.
    let text: String

    /// As the guide's file has it.
    var source: String { if case .value(let name) = kind { "{{\(name)}}" } else { text } }

    /// Two tokens that mean the same: a value is its name, whatever it is today.
    static func == (left: PageToken, right: PageToken) -> Bool {
        left.kind == right.kind && left.source == right.source
    }

    func hash(into hasher: inout Hasher) { hasher.combine(source) }

    /// The tokens of a line of a page, with the edges of values in it.
    static func tokens(bounded line: String) -> [PageToken] {
        // An address may hold values, and is taken whole.
        var tokens: [PageToken] = []
        var pending: [PageToken] = []
        var isInAddress = false
        for piece in ValueBounds.pieces(of: line) {
            switch piece {
            case .value(let name, let text):
                let token = PageToken(kind: .value(name), text: text)
                if isInAddress { pending.append(token) } else { tokens.append(token) }
            case .text(let text):
                for token in split(text, isInAddress: &isInAddress) {
                    if token.kind != .address {
                        if !pending.isEmpty { tokens.append(joined(&pending)) }
                        tokens.append(token)
                    } else {
                        pending.append(token)
                    }
                }
            }
        }
        if !pending.isEmpty { tokens.append(joined(&pending)) }
        return tokens
    }

    /// The tokens of a line of a guide's file, where values are placeholders.
    static func tokens(source line: String) -> [PageToken] {
        var bounded = ""
        var rest = line[...]
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            let name = rest[open.upperBound..<close.lowerBound].filter { $0 != " " }
            bounded += rest[..<open.lowerBound] + ValueBounds.enclosed("{{\(name)}}", name: name)
            rest = rest[close.upperBound...]
        }
        return tokens(bounded: bounded + rest)
    }

    /// The pieces of an address as one token, with placeholders in it.
    private static func joined(_ pending: inout [PageToken]) -> PageToken {
        defer { pending = [] }
        if pending.count == 1, case .value = pending[0].kind {
            return PageToken(kind: .address, text: pending[0].source)
        }
        return PageToken(kind: .address, text: pending.map(\.source).joined())
    }

    private static func split(_ text: String, isInAddress: inout Bool) -> [PageToken] {
        var tokens: [PageToken] = []
        var current = ""
        var currentClass: Int?
        func flush() {
            if !current.isEmpty { tokens.append(PageToken(kind: isInAddress ? .address : .plain, text: current)) }
            current = ""
            currentClass = nil
        }
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if isInAddress {
                if scalar == ")" || scalar == " " {
                    flush()
                    isInAddress = false
                } else {
                    current.unicodeScalars.append(scalar)
                    continue
                }
            }
            let kind = kind(of: scalar)
            // Each sign is a token of its own.
            if kind != currentClass || kind == 2 { flush() }
            current.unicodeScalars.append(scalar)
            currentClass = kind
            if scalar == "(", previous == "]" {
                flush()
                isInAddress = true
            }
            previous = scalar
        }
        flush()
        return tokens
    }

    /// Spaces, words, signs.
    private static func kind(of scalar: Unicode.Scalar) -> Int {
        if scalar == " " || scalar == "\t" { return 0 }
        return scalar.value >= 0x80 || scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value) ? 1 : 2
    }
}
