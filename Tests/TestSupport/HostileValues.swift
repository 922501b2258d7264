/// Values that look like markup, and places for them: whatever a value is, it stays text.
public enum HostileValues {
    /// Texts.
    public static let values = [
        "# heading", "- item", "1. item", "> quote", "```", "~~~", "---", "===", "***", "* * *",
        "<script>alert(1)</script>", "<b>",
        "<!-- end -->", "&copy; &#35;", "[x](javascript:alert(1))", "](https://evil.example.org)", "![x](y)", "[x]: y",
        "a`b``c", "`", "**b**",
        "_a_ *", "~~a~~", "| a | b |", "|", ":-- | --:", "a\nb\n\n# c", "a\r\nb", "a\r# b", "{{limit}}", "\\{{limit}}",
        "\\", "a\\", "\"'>",
        "[!NOTE]", "[ ] x", "www.example.org", "https://example.org/a_b", "mailto:a@example.org", "مرحبا بك",
        "שלום (a)", "a\u{200F}b", "日本語",
        "\u{A0}x\u{A0}", "+ x", "2) x", "x  ", "\tx", "$x$", "&", "!", "\u{301}a",
        String(repeating: "`*_[] <b>&| ", count: 20),
        String(repeating: "&amp; word | ~ ", count: 700),
    ]

    /// Where a value called `v` may land.
    public static let places = [
        "{{v}}", "{{v}} after", "before {{v}}", "before\n{{v}}\nafter", "**{{v}}**", "*a {{v}} b*", "a**{{v}}**b",
        "~~{{v}}~~", "`{{v}}`",
        "`a {{v}} b`", "```text\n{{v}}\nb\n```", "    {{v}}\n    b", "[{{v}}](https://example.org)",
        "[a](https://example.org/{{v}})",
        "[a](https://example.org \"{{v}}\")", "![{{v}}](a.png)", "![a](a.png \"{{v}}\")",
        "| a | {{v}} |\n| --- | --- |\n| {{v}} | `{{v}}` |",
        "### {{v}}", "- {{v}}\n- b", "1. {{v}}\n2. b", "> {{v}}\n> b", "> [!NOTE]\n> {{v}}", "- [ ] {{v}}",
        "{{v}}{{v}}", "a{{v}}b", "({{v}})", "1{{v}} a", "{{v}}. a", "{{v}}<!-- c -->. a", "{{v}}) a",
        "> ```text\n> {{v}}\n\n```text\n{{v}}\n```", "&am{{v}};",
    ]
}
