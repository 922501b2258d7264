import Values

/// What boxes are called that have no title of their own, in the languages that people write documentations in: such a word
/// says what kind of a box it is, and no more.
enum AlertWords {
    private static let words: [(kind: String, words: [String])] = [
        (
            "NOTE",
            [
                "note", "notes", "notice", "info", "infos", "information", "informations", "remark", "remarks", "nb",
                "remarque", "remarques", "nota", "nota bene", "à noter", "notez", "hinweis", "hinweise", "anmerkung",
                "notiz", "beachte", "información", "informazione", "informazioni", "informação", "observação",
                "opmerking", "informatie", "noot", "uwaga", "informacja", "notatka", "ملاحظة", "ملاحظات", "معلومة",
                "注記", "メモ", "備考", "情報", "注意", "注", "说明", "备注", "信息", "примечание", "примітка", "참고",
            ]
        ),
        (
            "TIP",
            [
                "tip", "tips", "hint", "hints", "astuce", "astuces", "conseil", "conseils", "tipp", "tipps", "rat",
                "consejo", "consejos", "sugerencia", "suggerimento", "suggerimenti", "consiglio", "consigli", "dica",
                "dicas", "sugestão", "wskazówka", "porada", "نصيحة", "تلميح", "ヒント", "提示", "技巧", "小贴士", "совет",
                "порада", "팁",
            ]
        ),
        (
            "IMPORTANT",
            ["important", "wichtig", "importante", "belangrijk", "ważne", "مهم", "重要", "важно", "важливо", "중요"]
        ),
        (
            "WARNING",
            [
                "warning", "warnings", "attention", "avertissement", "mise en garde", "warnung", "achtung",
                "advertencia", "aviso", "atención", "avviso", "attenzione", "avvertenza", "atenção", "waarschuwing",
                "let op", "ostrzeżenie", "uwaga", "تحذير", "تنبيه", "警告", "внимание", "предупреждение", "увага", "경고",
            ]
        ),
        (
            "CAUTION",
            [
                "caution", "danger", "prudence", "vorsicht", "gefahr", "peligro", "precaución", "cuidado", "pericolo",
                "attenzione", "perigo", "pas op", "gevaar", "voorzichtig", "niebezpieczeństwo", "خطر", "注意", "危険",
                "危险", "опасно", "осторожно", "위험", "주의",
            ]
        ),
    ]

    private static let kinds: [String: [String]] = {
        var kinds: [String: [String]] = [:]
        for (kind, words) in words {
            for word in words { kinds[ImportWords.folded(word), default: []].append(kind) }
        }
        return kinds
    }()

    /// The kinds that a title names; none where it says something of its own.
    static func kinds(of title: String) -> [String] {
        let word = ImportWords.folded(title).split { !$0.isLetter }.joined(separator: " ")
        return kinds[word] ?? PageDialect.alert(word).map { [$0] } ?? []
    }

    /// The kind of a box, and the title that it keeps: none where that only names the kind.
    ///
    /// - Parameter kind: the one that the box had besides its title.
    static func settle(_ kind: String, _ title: String) -> (kind: String, title: String) {
        let named = kinds(of: title)
        if title.isEmpty || named.contains(kind) { return (kind, "") }
        // A box of no kind in particular is what its title says.
        if kind == "NOTE", let first = named.first { return (first, "") }
        return (kind, title)
    }

    /// The first line of an alert as code hosts and Obsidian write it, with a title that only the latter shows: the kind, and
    /// the title; nil where it is none.
    static func head(_ text: Substring) -> (kind: String, title: String)? {
        guard text.hasPrefix("[!"), let close = text.firstIndex(of: "]") else { return nil }
        let name = text[text.index(text.startIndex, offsetBy: 2)..<close]
        guard let kind = PageDialect.alert(String(name)) else { return nil }
        var title = text[text.index(after: close)...]
        if let sign = title.first, "+-".contains(sign) { title = title.dropFirst() }
        return (kind, title.trimmingCharacters(in: .whitespaces))
    }
}
