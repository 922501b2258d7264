import Checks
import Sources

/// Finds what looks private in a text: identifiers of accounts, keys, addresses of mail, machines, telephones.
enum PrivateFinder {
    struct Found {
        let range: Range<Int>
        /// What such a value is called.
        let name: String
        let pattern: String?
        /// One that is made up.
        let example: String
        /// The name of its type.
        var type = "identifier"
    }

    /// The beginnings of identifiers that services give to accounts, and what they stand for.
    private static let prefixes = [
        "org": "org.id", "proj": "project.id", "req": "request.id", "user": "user.id", "acct": "account.id",
        "cus": "customer.id", "team": "team.id", "wrkspc": "workspace.id", "sub": "subscription.id",
        "tenant": "tenant.id", "acc": "account.id",
    ]

    /// All of them in the order of the text, none in another.
    static func find(in bytes: [UInt8]) -> [Found] {
        var found = KeyFinder.keys(in: bytes).map { key in
            Found(range: key.whole, name: "api.key", pattern: nil, example: example(ofKey: Array(bytes[key.range])))
        }
        var index = 0
        while index < bytes.count {
            // Most bytes begin none of them.
            let isStart = index == 0 || !bytes[index - 1].isASCIIAlphanumeric
            let next =
                !isStart || bytes[index] <= 0x20
                ? nil
                : loginSecret(bytes, index) ?? mail(bytes, index) ?? identifier(bytes, index) ?? uuid(bytes, index)
                    ?? secret(bytes, index) ?? named(bytes, index) ?? telephone(bytes, index) ?? host(bytes, index)
            if let next, !found.contains(where: { $0.range.overlaps(next.range) }) { found.append(next) }
            index = max(index + 1, next?.range.upperBound ?? 0)
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func example(ofKey key: [UInt8]) -> String {
        let head = key.prefix(8)
        let end = head.lastIndex { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        return String(decoding: end.map { head[...$0] } ?? [], as: UTF8.self) + "EXAMPLE"
    }

    /// `org-a1B2…`, and what stands for one.
    private static func identifier(_ bytes: [UInt8], _ start: Int) -> Found? {
        guard start == 0 || !bytes[start - 1].isTokenPart, bytes[start].isASCIILetter else { return nil }
        var index = start
        while index < bytes.count, bytes[index].isASCIILetter, index - start < 8 { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "_"),
            let name = prefixes[String(decoding: bytes[start..<index], as: UTF8.self)]
        else { return nil }
        let first = index + 1
        var end = first
        while end < bytes.count, bytes[end].isASCIIAlphanumeric { end += 1 }
        let body = bytes[first..<end]
        let isRandom = body.contains { $0.isASCIIDigit || $0 >= 0x41 && $0 <= 0x5A }
        guard body.count >= 4, isRandom, end == bytes.count || bytes[end] != UInt8(ascii: "-") else { return nil }
        let prefix = String(decoding: bytes[start..<index], as: UTF8.self)
        let sign = bytes[index] == UInt8(ascii: "-") ? "-" : "_"
        return Found(
            range: start..<end, name: name, pattern: "\(prefix)[-_][A-Za-z0-9]+", example: "\(prefix)\(sign)EXAMPLE1234"
        )
    }

    /// `123e4567-e89b-12d3-a456-426614174000` (RFC 9562).
    private static func uuid(_ bytes: [UInt8], _ start: Int) -> Found? {
        guard start + 36 <= bytes.count, start == 0 || !bytes[start - 1].isTokenPart else { return nil }
        for offset in 0..<36 {
            let byte = bytes[start + offset]
            let isDash = [8, 13, 18, 23].contains(offset)
            let isHex = byte.isASCIIDigit || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66
            guard isDash ? byte == UInt8(ascii: "-") : isHex else { return nil }
        }
        guard start + 36 == bytes.count || !bytes[start + 36].isTokenPart else { return nil }
        return Found(
            range: start..<(start + 36), name: "request.id", pattern: "[0-9A-Fa-f-]{36}",
            example: "00000000-0000-4000-8000-000000000000")
    }

    private static func mail(_ bytes: [UInt8], _ start: Int) -> Found? {
        func isLocal(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || "._%+-".utf8.contains(byte) }
        guard isLocal(bytes[start]), start == 0 || !isLocal(bytes[start - 1]) && bytes[start - 1] != UInt8(ascii: "/")
        else { return nil }
        var at = start
        while at < bytes.count, at - start < 64, isLocal(bytes[at]) { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "@") else { return nil }
        var end = at + 1
        while end < bytes.count, bytes[end].isASCIIAlphanumeric || bytes[end] == 0x2D || bytes[end] == 0x2E { end += 1 }
        // `git@host:path` is none.
        func isCopied(_ end: Int) -> Bool {
            end + 1 < bytes.count && bytes[end] == UInt8(ascii: ":") && bytes[end + 1] > 0x20
        }
        while end > at, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
        let host = bytes[(at + 1)..<max(end, at + 1)].split(separator: 0x2E)
        guard host.count > 1, let last = host.last, last.count > 1, last.allSatisfy(\.isASCIILetter),
            !isCopied(end), !login(bytes, at + 1),
            !["example", "exemple"].contains(String(decoding: host[host.count - 2], as: UTF8.self).lowercased())
        else { return nil }
        return Found(range: start..<end, name: "email", pattern: nil, example: "name@example.org")
    }
}
