import Sources

/// Tells hosts of the reader's own machine and network from those of the internet: no certificate can be had for them.
enum LocalHost {
    /// Whether a host is one by its name or number alone.
    ///
    /// RFC 1918, 3927, 4193 and 4291 keep numbers for networks of one's own; RFC 6761, 6762 (with its appendix G) and 8375,
    /// and ICANN for `internal`, keep names. A name without a point is looked up in one's own network.
    static func contains(_ host: String) -> Bool {
        if host.hasPrefix("[") { return containsSixth(host.dropFirst().prefix { $0 != "]" }) }
        let labels = host.split(separator: ".", omittingEmptySubsequences: true)
        guard let last = labels.last else { return false }
        let numbers = labels.compactMap { UInt8($0) }
        if labels.count == 4, numbers.count == 4 { return containsFourth(numbers) }
        return labels.count == 1 || endings.contains(String(last)) || host.hasSuffix(".home.arpa")
    }

    private static let endings: Set<String> = [
        "localhost", "local", "lan", "home", "internal", "intranet", "private", "corp",
    ]

    /// Addresses of the fourth version of the internet protocol.
    private static func containsFourth(_ parts: [UInt8]) -> Bool {
        switch (parts[0], parts[1]) {
        case (0, _), (10, _), (127, _), (172, 16...31), (192, 168), (169, 254): true
        default: false
        }
    }

    /// Addresses of the sixth version: `::1`, `fe80::/10`, `fc00::/7`.
    private static func containsSixth(_ address: Substring) -> Bool {
        if address == "::1" { return true }
        guard let first = UInt16(address.prefix { $0 != ":" }, radix: 16) else { return false }
        return first & 0xFFC0 == 0xFE80 || first & 0xFE00 == 0xFC00
    }

    /// Whether a host is the name under which a device that the reader owns answers, `http://fritz.box` or
    /// `http://router.asus.com`: its first label is a kind or a make of such devices, and the words around say so.
    ///
    /// - Parameter words: the text that the link stands in.
    static func isDevice(_ host: String, in words: @autoclosure () -> String) -> Bool {
        let first = host.prefix { $0 != "." }
        guard devices.contains(where: { first.hasPrefix($0) }) else { return false }
        let words = Set(words().lowercased().split { !$0.isLetter }.map(String.init))
        return !words.isDisjoint(with: kinds) || words.contains { $0.hasSuffix("router") }
    }

    private static let devices = [
        "router", "routeur", "gateway", "modem", "fritz", "unifi", "tplink", "mywifi", "repeater", "speedport",
        "livebox",
        "freebox", "printer", "nas", "switch", "camera", "accesspoint",
    ]

    /// What such devices are called, in the languages that come with the program.
    private static let kinds: Set<String> = [
        "router", "routers", "routeur", "routeurs", "gateway", "gateways", "passerelle", "modem", "modems", "box",
        "repeater",
        "répéteur", "printer", "imprimante", "drucker", "nas", "enrutador", "roteador", "switch", "kamera", "camera",
        "caméra", "ルーター", "路由器",
    ]
}
