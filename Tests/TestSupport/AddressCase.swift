import Testing

/// An address, and how a browser reads its start (WHATWG, URL Standard, section 4.4). The program and the page's script
/// are both held to this table.
public struct AddressCase: Sendable, CustomTestStringConvertible {
    /// The address as the tree has it: character references and escapes are gone.
    public let address: String
    /// Whether a page may link to it.
    public let isAllowed: Bool

    /// The address, with what cannot be seen in it shown.
    public var testDescription: String { address.debugDescription }

    private init(_ address: String, _ isAllowed: Bool) {
        self.address = address
        self.isAllowed = isAllowed
    }

    /// Every kind of disguise that lists of attacks on pages have, and what looks like one.
    public static let all: [AddressCase] =
        [
            "https://example.org/", "HTTPS://example.org", "http://example.org:8080/a?b=c#d", "mailto:a@example.org",
            "MailTo:a@example.org", "\u{1}https://example.org", " \u{C} https://example.org", "ht\ttps://example.org",
            "https:example.org", "../other/en.md", "en.md#steps", "#steps", "?q=javascript:x", "a/javascript:x", "",
            "./javascript:x", "javascript%3Ax", "java%09script:x", "%6Aavascript:x/", "#javascript:x", "/path",
            "1javascript:x", "\u{A0}javascript:x", "\u{E9}:x", "java script:x", "javascript\u{FF1A}x",
            "&Tab;javascript:x",
            "java\u{200B}script:x", "+a:b", "//", " /a",
        ].map { AddressCase($0, $0 != "//") }
        + [
            "javascript:x", "JavaScript:x", "jaVasCript:x//https://example.org", "java\tscript:x", "java\nscript:x",
            "java\r\nscript:x", "\tjavascript:x", "\njavascript:x", " javascript:x", "\u{0}javascript:x",
            "\u{1}javascript:x", "\u{1F}javascript:x", "\u{B}javascript:x", " \t\n javascript:x",
            "j\na\tv\ra\nscript\t:x",
            "javascript\t:x", "javascript:", "\u{1}\tja\tvascript:x", "vbscript:x", "livescript:x", "mocha:x",
            "data:text/html,<script>x</script>", "data:text/html;base64,PHNjcmlwdD4=", "DATA:image/svg+xml,x",
            "da\nta:text/html,x", "blob:https://example.org/x", "file:///etc/passwd",
            "filesystem:https://example.org/x",
            "ftp://example.org/x", "about:blank", "view-source:https://example.org", "ms-word:x", "tel:1", "x:y",
            "a+b-c.d:e",
            "feed:javascript:x", "jar:https://example.org!/x", "//example.org/x", "\\\\example.org\\x",
            "/\\example.org",
            "\\/example.org", " //example.org", "/\t/example.org", "\t/\n/example.org", "///example.org",
        ].map { AddressCase($0, false) }
}
