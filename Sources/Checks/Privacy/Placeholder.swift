import Sources

/// What stands for a secret in documentation, and is none.
enum Placeholder {
    /// Whether some bytes are plainly made up: `XXXXXXXXXXXX`, `EXAMPLE123`, `your-key-here`; or an ordinary word.
    static func isOne(_ body: [UInt8]) -> Bool {
        let upper = body.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }
        if ["EXAMPLE", "EXEMPLE", "XXXX", "YOUR", "VOTRE", "PLACEHOLDER", "REDACTED", "CHANGEME"].contains(where: {
            upper.firstRange(of: Array($0.utf8), within: 0..<upper.count) != nil
        }) {
            return true
        }
        if Set(upper.filter(\.isASCIIAlphanumeric)).count <= 3 { return true }
        let isWord = body.count < 12 && body.allSatisfy { $0 == UInt8(ascii: "-") || $0 >= 0x61 && $0 <= 0x7A }
        return isWord
    }
}
