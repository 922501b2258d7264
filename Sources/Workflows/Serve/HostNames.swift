/// Whom the server answers: a page of another name that leads to this machine must not read what is served here (DNS rebinding).
enum HostNames {
    /// Whether a request's `Host` names this machine: `localhost`, a name below it, or an address of the loop, with any port.
    static func isLocal(_ host: String?) -> Bool {
        guard let host else { return false }
        let name: Substring
        if host.hasPrefix("[") {
            guard let end = host.firstIndex(of: "]") else { return false }
            guard isPort(host[host.index(after: end)...]) else { return false }
            name = host[...end]
        } else {
            let colon = host.firstIndex(of: ":") ?? host.endIndex
            guard isPort(host[colon...]) else { return false }
            name = host[..<colon]
        }
        let known = name.lowercased()
        return ["localhost", "127.0.0.1", "[::1]"].contains(known) || known.hasSuffix(".localhost")
    }

    /// Whether a text is a colon and a number, or nothing.
    private static func isPort(_ text: Substring) -> Bool {
        text.isEmpty || text.first == ":" && text.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
