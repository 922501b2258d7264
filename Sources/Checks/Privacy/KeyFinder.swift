import Sources
import Values

/// Finds API keys, tokens and private keys in bytes.
package enum KeyFinder {
    /// One that was found.
    package struct Key {
        /// Who issued it; nil for a private key.
        let provider: String?
        package let range: Range<Int>
        let text: [UInt8]
        /// All that is secret: of a private key its lines, too.
        package let whole: Range<Int>
    }

    private static let privateKeyStart = Array("-----BEGIN ".utf8)
    private static let privateKey = Array("PRIVATE KEY".utf8)
    private static let privateKeyEnd = Array("-----END ".utf8)

    /// All of them, percent-encoded ones too; what is plainly made up is none.
    package static func keys(in bytes: [UInt8]) -> [Key] {
        var keys = tokens(in: bytes)
        if let decoded = PercentDecoded(bytes) {
            for key in tokens(in: decoded.bytes) {
                let range = decoded.origin(of: key.range)
                if keys.contains(where: { $0.range.overlaps(range) }) { continue }
                keys.append(Key(provider: key.provider, range: range, text: key.text, whole: range))
            }
        }
        return keys + privateKeys(in: bytes)
    }

    private static func tokens(in bytes: [UInt8]) -> [Key] {
        var keys: [Key] = []
        bytes.withUnsafeBufferPointer { buffer in
            var end = 0
            while let run = KeyFormat.nextRun(in: buffer, from: end) {
                end = run.upperBound
                let text = UnsafeBufferPointer(rebasing: buffer[..<end])
                var candidate = KeyFormat.nextCandidate(in: text, from: run.lowerBound)
                while let start = candidate {
                    // Some alphabets have signs that no run has.
                    if let key = key(in: buffer, at: start) {
                        keys.append(key)
                        end = max(end, key.range.upperBound)
                        candidate = KeyFormat.nextCandidate(in: text, from: key.range.upperBound)
                    } else {
                        candidate = KeyFormat.nextCandidate(in: text, from: start, isInWord: true)
                    }
                }
            }
        }
        return keys
    }

    /// Whether a Markdown text may have a key that markup interrupts: the text without it is worth a look.
    static func mayOccur(in bytes: [UInt8]) -> Bool {
        if !keys(in: bytes).isEmpty { return true }
        // A comment may stand in the midst of a word, too.
        var start = 0
        while let comment = bytes.firstRange(of: Array("<!--".utf8), within: start..<bytes.count) {
            if comment.lowerBound > 0, bytes[comment.lowerBound - 1].isTokenPart { return true }
            start = comment.upperBound
        }
        return bytes.withUnsafeBufferPointer { buffer in
            var end = 0
            while let run = KeyFormat.nextRun(in: buffer, from: end, isMarked: true) {
                end = run.upperBound
                let text = buffer[run]
                // What a reference stands for may be any letter.
                if text.contains(UInt8(ascii: "&")), text.contains(UInt8(ascii: ";")) { return true }
                if begins(text.filter { !KeyFormat.isMarkup($0) }) { return true }
            }
            return false
        }
    }

    /// Whether a run holds what some key begins with, and enough behind it.
    private static func begins(_ run: [UInt8]) -> Bool {
        guard run.count > 12 else { return false }
        return run.indices.contains { start in
            KeyFormat.byFirstByte[Int(run[start])].contains { format in
                run.count - start > format.prefix.count + 8 && run[start...].starts(with: format.prefix)
            }
        }
    }

    private static func key(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Key? {
        for format in KeyFormat.byFirstByte[Int(bytes[index])] {
            guard let range = format.range(in: bytes, at: index) else { continue }
            let body = Array(bytes[(range.lowerBound + format.prefix.count)..<range.upperBound])
            // Chance has digits in every key, and letters in most; words joined by dashes have none.
            guard body.contains(where: \.isASCIIDigit), !Placeholder.isOne(body) else { return nil }
            return Key(provider: format.provider, range: range, text: Array(bytes[range]), whole: range)
        }
        return nil
    }

    /// Keys in the armour of RFC 7468 and RFC 9580, by the line that they begin with.
    private static func privateKeys(in bytes: [UInt8]) -> [Key] {
        bytes.ranges(of: privateKey).compactMap { found in
            let line = bytes[..<found.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let behind = found.upperBound..<min(bytes.count, found.upperBound + 32)
            guard let start = bytes.firstRange(of: privateKeyStart, within: line..<found.lowerBound),
                let dashes = bytes.firstRange(of: Array("-----".utf8), within: behind)
            else { return nil }
            let range = start.lowerBound..<dashes.upperBound
            let end = bytes.firstRange(of: privateKeyEnd, within: range.upperBound..<bytes.count)?.lowerBound
            return Key(
                provider: nil, range: range, text: Array(bytes[range]),
                whole: range.lowerBound..<(end ?? range.upperBound))
        }
    }
}
