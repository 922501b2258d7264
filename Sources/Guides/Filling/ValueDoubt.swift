import Values

extension ValueTexts {
    /// The result of the formula, shown behind a duration that was given, where they differ by more than a second.
    func doubt(about entry: Entry, in language: Language) -> String {
        guard case .number(let computed)? = entry.resolved.computed, case .number(let given) = entry.resolved.value,
            let declaration = declaration(named: entry.name), declaration.type == .duration,
            abs(given - computed) > Self.negligible
        else { return "" }
        let text = formatter.prose(.number(computed), type: .duration, decimals: declaration.decimals)
        return language.term("computed", ["value": text])
    }

    /// Services round their waits, and take their time to answer: so many seconds say nothing.
    private static let negligible = 1.0
}
