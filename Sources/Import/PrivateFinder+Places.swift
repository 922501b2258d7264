import Sources

/// Private things that no form of their own tells, but the place where they stand: what is behind “Bearer”, a machine that only
/// a team's network knows, a number of a telephone.
extension PrivateFinder {
    // MARK: Secrets by the words before them

    /// What stands before a secret, in small letters.
    private static let secretWords = [
        "bearer", "basic", "token", "api_key", "api-key", "apikey", "access_key", "access-key", "secret", "secret_key",
        "client_secret", "password", "passwd", "pwd", "passphrase", "mot de passe", "pgpassword", "pass",
    ].map { Array($0.utf8) }

    /// `Authorization: Bearer s3cr3t…`, `API_KEY=…`, `password: …`.
    static func secret(_ bytes: [UInt8], _ start: Int) -> Found? {
        guard start > 0, isSecretPart(bytes[start]),
            !isSecretPart(bytes[start - 1]) || "=:@".utf8.contains(bytes[start - 1])
        else { return nil }
        var before = start
        var isSet = false
        while before > 0, start - before < 4, " \t\"'=:".utf8.contains(bytes[before - 1]) {
            if bytes[before - 1] == UInt8(ascii: "=") || bytes[before - 1] == UInt8(ascii: ":") { isSet = true }
            before -= 1
        }
        guard before < start else { return nil }
        let head = bytes[..<before].suffix(20).map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
        guard let word = secretWords.first(where: { head.count >= $0.count && head.suffix($0.count).elementsEqual($0) })
        else { return nil }
        let isScheme = word.count < 7 && word.first == UInt8(ascii: "b")
        guard isSet || isScheme else { return nil }
        // “Basic” is a word of everyday.
        if word.elementsEqual("basic".utf8),
            !String(decoding: bytes[..<before].suffix(30), as: UTF8.self).lowercased().contains("authorization")
        {
            return nil
        }
        var end = start
        while end < bytes.count, isSecretPart(bytes[end]) { end += 1 }
        while end > start, ".,:".utf8.contains(bytes[end - 1]) { end -= 1 }
        let body = Array(bytes[start..<end])
        // Words, names of variables and what is made up are no secrets.
        guard body.count >= 8, body.contains(where: \.isASCIIDigit), body.contains(where: \.isASCIILetter),
            !isMadeUp(body), !body.starts(with: Array("http".utf8)), !body.contains(UInt8(ascii: "/")) || isScheme
        else { return nil }
        let isPassword =
            word.starts(with: Array("pass".utf8))
            || ["pwd", "pgpassword", "mot de passe"].contains(
                String(decoding: word, as: UTF8.self))
        return Found(
            range: start..<end, name: isPassword ? "password" : "token", pattern: nil,
            example: isPassword ? "PASSWORD-EXAMPLE" : "TOKEN-EXAMPLE")
    }

    private static func isSecretPart(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || "-_.+/=~!".utf8.contains(byte)
    }

    /// The word between the name and the machine of an address: `postgres://app:s3cr3t@db`.
    static func loginSecret(_ bytes: [UInt8], _ start: Int) -> Found? {
        guard start > 4, bytes[start - 1] == UInt8(ascii: ":"), bytes[start] > 0x20 else { return nil }
        let name = bytes[..<(start - 1)].reversed().prefix { $0.isASCIIAlphanumeric || "-_.".utf8.contains($0) }
        guard !name.isEmpty, bytes[..<(start - 1 - name.count)].suffix(3).elementsEqual("://".utf8) else { return nil }
        let rest = bytes[start...].prefix { $0 > 0x20 && !"@/\"'`<>{}$".utf8.contains($0) }
        guard rest.count > 3, rest.endIndex < bytes.count, bytes[rest.endIndex] == UInt8(ascii: "@"),
            !isMadeUp(Array(rest)), rest.contains(where: { !$0.isASCIILetter })
        else { return nil }
        return Found(
            range: start..<rest.endIndex, name: "password", pattern: nil, example: "PASSWORD-EXAMPLE")
    }

    /// Whether somebody wrote it for an example.
    static func isMadeUp(_ body: [UInt8]) -> Bool {
        let lower = String(decoding: body, as: UTF8.self).lowercased()
        return ["example", "exemple", "xxxx", "your", "votre", "placeholder", "redacted", "changeme", "123456"]
            .contains(
                where: lower.contains)
            || Set(lower.utf8.filter(\.isASCIIAlphanumeric)).count <= 3
    }

    // MARK: Accounts by the words before them

    private static let accounts = [
        "user": "user.id", "utilisateur": "user.id", "account": "account.id", "compte": "account.id",
        "customer": "customer.id", "client": "customer.id", "organization": "org.id", "organisation": "org.id",
        "tenant": "tenant.id", "project": "project.id", "projet": "project.id", "workspace": "workspace.id",
        "subscription": "subscription.id", "abonnement": "subscription.id",
    ]

    /// What an account is called by: letters, a dash and a number, behind a word for it, or a part by chance behind letters.
    static func named(_ bytes: [UInt8], _ start: Int) -> Found? {
        guard bytes[start].isASCIILetter,
            start == 0 || !bytes[start - 1].isTokenPart && bytes[start - 1] != UInt8(ascii: "@")
        else { return nil }
        var dash = start
        while dash < bytes.count, bytes[dash] >= 0x61 && bytes[dash] <= 0x7A, dash - start < 9 { dash += 1 }
        guard dash > start, dash < bytes.count, bytes[dash] == UInt8(ascii: "-") || bytes[dash] == UInt8(ascii: "_")
        else {
            return nil
        }
        var end = dash + 1
        while end < bytes.count, bytes[end].isASCIIAlphanumeric { end += 1 }
        let body = Array(bytes[(dash + 1)..<end])
        guard body.count >= 4, end == bytes.count || !bytes[end].isTokenPart, !isMadeUp(body) else { return nil }
        let account = accounts[word(before: start, in: bytes)]
        let isByChance = dash - start < 6 && looksDrawn(body)
        guard isByChance || account != nil && body.count(where: \.isASCIIDigit) > 2 else { return nil }
        let prefix = String(decoding: bytes[start..<dash], as: UTF8.self)
        let sign = bytes[dash] == UInt8(ascii: "-") ? "-" : "_"
        return Found(
            range: start..<end, name: account ?? ids[prefix] ?? "\(prefix).id", pattern: "\(prefix)[-_][A-Za-z0-9]+",
            example: "\(prefix)\(sign)EXAMPLE1234")
    }

    private static let ids = [
        "prj": "project.id", "proj": "project.id", "tok": "token", "token": "token", "key": "token", "usr": "user.id",
        "cust": "customer.id", "ws": "workspace.id", "srv": "server.id", "sess": "session.id", "inst": "instance.id",
    ]

    /// Whether nobody would choose such a name: small and capital letters with digits among them, or digits in turn with letters.
    private static func looksDrawn(_ body: [UInt8]) -> Bool {
        guard body.count >= 8, body.contains(where: \.isASCIIDigit) else { return false }
        var turns = 0
        for (one, next) in zip(body, body.dropFirst()) where one.isASCIIDigit != next.isASCIIDigit { turns += 1 }
        return turns > 2
    }

    /// The word before an offset, in small letters without accents, where nothing but spaces and quotes is between.
    private static func word(before start: Int, in bytes: [UInt8]) -> String {
        var end = start
        while end > 0, start - end < 4, " \"'`:".utf8.contains(bytes[end - 1]) { end -= 1 }
        guard end < start else { return "" }
        let word = bytes[..<end].reversed().prefix { $0.isASCIILetter }
        return String(decoding: word.reversed(), as: UTF8.self).lowercased()
    }

    // MARK: Machines

    /// What the names of machines end with that only the network of a team knows, or have in their midst.
    private static let inner: Set = ["internal", "intranet", "intra", "corp", "lan", "localdomain"]
    private static let ends: Set = [
        "com", "net", "org", "io", "fr", "eu", "de", "uk", "ch", "be", "ca", "dev", "app", "cloud", "tech", "ai", "co",
        "us",
        "es", "it", "nl", "pl", "pt", "lu", "info", "internal", "intranet", "intra", "corp", "lan", "localdomain",
        "local",
    ]
    /// Names that are the same everywhere.
    private static let common = [
        "host.docker.internal", "gateway.docker.internal", "metadata.google.internal", "kubernetes.docker.internal",
    ]

    /// `db01.corp.acme.net`, `10.12.0.7`, and where `ssh` goes.
    static func host(_ bytes: [UInt8], _ start: Int) -> Found? {
        guard bytes[start].isASCIIAlphanumeric,
            start == 0 || !bytes[start - 1].isTokenPart && bytes[start - 1] != UInt8(ascii: ".")
        else { return nil }
        var end = start
        while end < bytes.count, bytes[end].isASCIIAlphanumeric || bytes[end] == 0x2D || bytes[end] == 0x2E { end += 1 }
        while end > start, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
        guard end > start + 3, end == bytes.count || bytes[end] != UInt8(ascii: "_") && bytes[end] != UInt8(ascii: "@"),
            end == bytes.count || bytes[end] != UInt8(ascii: "(")
        else { return nil }
        let name = String(decoding: bytes[start..<end], as: UTF8.self)
        let labels = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if labels.count == 4, labels.allSatisfy({ Int($0) != nil }) {
            guard isInner(labels.compactMap { Int($0) }), end == bytes.count || bytes[end] != UInt8(ascii: "/") else {
                return nil
            }
            return Found(range: start..<end, name: "host", pattern: nil, example: "192.0.2.1")
        }
        let isLogin = login(bytes, start)
        guard let last = labels.last, labels.allSatisfy({ !$0.isEmpty }), !common.contains(name),
            !labels.contains("example") && !labels.contains("exemple"), name == name.lowercased()
        else { return nil }
        let isInner =
            labels.count > 1 && ends.contains(last) && labels.dropFirst().contains(where: inner.contains)
            || labels.count > 2 && last == "local" && !name.hasSuffix("cluster.local")
        let isKnown = ["github.com", "gitlab.com", "bitbucket.org"].contains(where: name.hasSuffix)
        guard
            isInner
                || isLogin && !isKnown && (labels.count > 1 && ends.contains(last) || name.contains(where: \.isNumber))
        else { return nil }
        return Found(range: start..<end, name: "host", pattern: nil, example: "host.example.org")
    }

    /// Addresses that no other network can reach (RFC 1918), but for those that any guide may have.
    private static func isInner(_ numbers: [Int]) -> Bool {
        guard numbers.count == 4, numbers.allSatisfy({ (0...255).contains($0) }), !(numbers[2] < 2 && numbers[3] < 2),
            numbers[3] != 0, numbers[3] != 255
        else { return false }
        return numbers[0] == 10 || numbers[0] == 192 && numbers[1] == 168
            || numbers[0] == 172 && (16...31).contains(numbers[1])
    }

    /// Whether what stands at an offset is the machine of a login: `ssh ops@machine`.
    static func login(_ bytes: [UInt8], _ start: Int) -> Bool {
        guard start > 5, bytes[start - 1] == UInt8(ascii: "@") else { return false }
        let line = bytes[..<start].reversed().prefix { $0 != 0x0A && $0 != UInt8(ascii: "`") }.prefix(80)
        let words = String(decoding: line.reversed(), as: UTF8.self).split(separator: " ")
        return words.count > 1
            && words.dropLast().contains { ["ssh", "scp", "sftp", "rsync", "mosh", "ssh-copy-id"].contains($0) }
    }

    // MARK: Telephones

    /// `+33 6 12 34 56 78`, `06 12 34 56 78`, `555-123-4567`.
    static func telephone(_ bytes: [UInt8], _ start: Int) -> Found? {
        let isInternational = bytes[start] == UInt8(ascii: "+")
        guard isInternational || bytes[start].isASCIIDigit || bytes[start] == UInt8(ascii: "("),
            start == 0 || !bytes[start - 1].isTokenPart && !".,+/#:=".utf8.contains(bytes[start - 1])
        else { return nil }
        var groups: [Int] = []
        var signs: Set<UInt8> = []
        var index = start + (isInternational ? 1 : 0)
        var end = index
        while index < bytes.count, groups.count < 8 {
            let open = index < bytes.count && bytes[index] == UInt8(ascii: "(")
            if open { index += 1 }
            let digits = bytes[index...].prefix { $0.isASCIIDigit }
            guard !digits.isEmpty else { break }
            groups.append(digits.count)
            index = digits.endIndex
            if open {
                guard index < bytes.count, bytes[index] == UInt8(ascii: ")") else { break }
                index += 1
            }
            end = index
            if index < bytes.count, " .-".utf8.contains(bytes[index]) {
                signs.insert(bytes[index])
                index += 1
            } else if bytes[index...].starts(with: [0xC2, 0xA0]) {
                signs.insert(0xA0)
                index += 2
            } else if bytes[index...].starts(with: [0xE2, 0x80, 0xAF]) {
                signs.insert(0xAF)
                index += 3
            } else if !open {
                break
            }
        }
        guard end == bytes.count || !bytes[end].isTokenPart else { return nil }
        let count = groups.reduce(0, +)
        let isNumber: Bool
        if isInternational {
            isNumber =
                (9...15).contains(count) && (groups.count == 1 ? count > 9 : !groups.dropFirst().allSatisfy { $0 == 3 })
        } else if groups == [2, 2, 2, 2, 2] {
            isNumber = signs.count == 1 && bytes[start] == 0x30 && bytes[start + 1] != 0x30
        } else if groups == [10] {
            isNumber = bytes[start] == 0x30 && (bytes[start + 1] == 0x36 || bytes[start + 1] == 0x37)
        } else {
            isNumber =
                (groups == [3, 3, 4] || groups == [1, 3, 3, 4])
                && (signs == [0x2D] || signs.contains(0x20) && bytes[start] == UInt8(ascii: "("))
        }
        guard isNumber else { return nil }
        return Found(
            range: start..<end, name: "phone", pattern: nil, example: "+33 1 99 00 00 00", type: "text")
    }
}
