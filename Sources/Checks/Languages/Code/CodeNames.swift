/// What names in code say of what stands behind them.
enum CodeNames {
    /// Commands whose arguments people read.
    static let echoing: Set<String> = [
        "echo", "printf", "print", "say", "write-host", "write-output", "cowsay",
    ]

    /// Functions whose arguments people read.
    static let printing: Set<String> = [
        "print", "println", "printf", "puts", "echo", "log", "warn", "info", "error", "debug", "alert", "confirm",
        "prompt",
        "write", "writeline", "fprintf", "eprintln", "say", "console", "raise", "throw", "abort", "fail", "panic",
        "msgbox",
        "write-host", "write-output", "format", "it", "describe", "test", "notify", "toast", "display", "pp", "cout",
        "valueerror", "typeerror", "exception", "runtimeerror",
    ]

    /// Keys and attributes whose values people read.
    static let labels: Set<String> = [
        "title", "label", "text", "message", "msg", "description", "placeholder", "summary", "caption", "heading",
        "content",
        "alt", "tooltip", "greeting", "subject", "header", "footer", "aria-label", "help", "hint", "note", "question",
        "answer", "comment", "detail", "details", "reason", "subtitle", "body", "legend", "display_name", "displayname",
        "help_text", "tagline", "quote", "about", "bio", "profession", "linktext", "prev", "next",
    ]

    /// Attributes whose values are names, however many words.
    static let names: Set<String> = [
        "class", "classname", "id", "style", "href", "src", "rel", "type", "for", "htmlfor", "d", "points", "viewbox",
        "key", "ref", "slot", "is", "lang", "method", "action", "target", "sizes", "srcset", "media", "role",
    ]
}
