import Sources

/// A number or a unit that differs from the source language's.
struct DifferentNumbersCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentNumbers.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        let (own, theirs) = (NumberReader(translation).read(), NumberReader(source).read())
        if own.allSatisfy(\.isEmpty), theirs.allSatisfy(\.isEmpty) { return [] }
        return pair.regionIndices.flatMap { index, otherIndex -> [Diagnostic] in
            if own[index].isEmpty, theirs[otherIndex].isEmpty { return [] }
            let comparison = NumberComparison(
                .init(translation, index, own[index]), .init(source, otherIndex, theirs[otherIndex]))
            return diagnostics(comparison, translation.regions[index]) { number, isOwn in
                number.isSmall || number.isIdiom
                    || number.unit == nil
                        && (isOwn ? theirs : own).contains { $0.contains { $0.agrees(with: number) } }
            }
        }
    }

    /// - Parameter isForgiven: whether a number may be said on one side alone; small ones are said in many ways, and what
    ///   the other language says elsewhere, such as a version, is known there.
    private func diagnostics(
        _ comparison: NumberComparison, _ region: EditionText.Region,
        isForgiven: (FoundNumber, _ isOwn: Bool) -> Bool
    ) -> [Diagnostic] {
        let (translation, source) = (comparison.own.text, comparison.theirs.text)
        var (surplus, missing) = (comparison.own.left, comparison.theirs.left)
        let language = source.edition.language.name
        var found: [Diagnostic] = []
        func report(_ number: FoundNumber, _ other: FoundNumber) {
            let isUnit = number.values == other.values
            let problem = DifferentNumbers(
                number: words(number, isUnit, translation), other: words(other, isUnit, source), language: language)
            let related = Diagnostic.Related(source.place(other.range), "in \(language)")
            found.append(Diagnostic(problem, at: translation.place(number.range), related: [related]))
        }
        // The same number with another unit first, then a date for a date, then whatever is left, in order.
        let likenesses: [(FoundNumber, FoundNumber) -> Bool] = [
            { $0.values == $1.values }, { $0.kind == $1.kind && $0.kind != .number }, { _, _ in true },
        ]
        for areAlike in likenesses {
            surplus.removeAll { number in
                guard let other = missing.firstIndex(where: { areAlike(number, $0) }) else { return false }
                report(number, missing.remove(at: other))
                return true
            }
        }
        found += surplus.filter { !isForgiven($0, true) }.map { number in
            Diagnostic(
                DifferentNumbers(number: words(number, false, translation), other: nil, language: language),
                at: translation.place(number.range))
        }
        return found
            + missing.filter { !isForgiven($0, false) }.map { other in
                Diagnostic(
                    DifferentNumbers(number: nil, other: words(other, false, source), language: language),
                    at: translation.place(of: region),
                    related: [Diagnostic.Related(source.place(other.range), "in \(language)")])
            }
    }

    private func words(_ number: FoundNumber, _ withUnit: Bool, _ text: EditionText) -> String {
        let digits = String(decoding: text.bytes[number.range], as: UTF8.self)
        return withUnit ? "\(digits) \(number.unit ?? "")" : digits
    }
}

struct DifferentNumbers: OneSidedProblem {
    static let description = CheckDescription(
        "different-numbers", .languages,
        summary: "A number, or its unit, that differs from the source language's.",
        why: "60 seconds in one language and 600 in the other: one of them is wrong, and readers act on it.",
        mending: "Make both the same, or write the number as a value, once for all languages.",
        faulty: [
            CheckExample(fr: "Attends 60 secondes.", en: "Wait ⟦600⟧ seconds.", "600 here, and 60 in Français"),
            CheckExample(fr: "Attends 24 heures.", en: "Wait ⟦24⟧ minutes.", "24 min here, and 24 h in Français"),
            CheckExample(
                fr: "Avant le 2 janvier 2026.", en: "Before ⟦January 3, 2026⟧.",
                "January 3, 2026 here, and 2 janvier 2026 in Français"),
            CheckExample(
                fr: "Dans peu de cas.", en: "In ⟦10⟧% of the cases.", "Français has no 10 here"),
            CheckExample(fr: "Python 3.10.", en: "Python ⟦3.1⟧.", "3.1 here, and 3.10 in Français"),
            CheckExample(
                fr: "## Problème\n\nAu plus 500 requêtes.", en: "## ⟦Problem⟧\n\nNot too many requests.",
                "Français has 500 here"),
        ],
        clean: [
            CheckExample(
                fr: "Au plus 1 000 requêtes, 1,5 s et deux essais, sous 24 h, avec gpt-4.",
                en: "1,000 requests at most, 1.5 s and 2 tries, within 24 hours, with gpt-4.1."),
            CheckExample(fr: "Le 23 novembre 2026 à 17 h.", en: "On November 23, 2026 at 5 p.m."),
            CheckExample(
                fr: "Du 2 janvier 2026 au 03/02/2026, à 17 h 30.",
                en: "From 2026-01-02 to February 3rd, 2026, at 5:30 PM."),
            CheckExample(
                fr: "1 000 000, 40 000, 2,5 millions et trente-deux. Les années 90.",
                en: "1 million, 40K, 2.5 million and 32. The 1990s."),
            CheckExample(fr: "Python 3.10, à 5 $ ou 10 %, 24 h sur 24.", en: "Python 3.10, at $5 or 10 percent, 24/7."),
            CheckExample(
                fr: "Les ports 3,4,5,6,7 et 81,82. À 16 h 01 min 25 s, de 0 h 00 à 24h00, en 2016-2017.",
                en: "Ports 3,4,5,6,7 and 81,82. At 4:01:25 PM, from 00:00 to 24:00:00, in 2016-17."),
        ])

    let number: String?
    let other: String?
    let language: String

    var isLack: Bool { number == nil }
    var isSurplus: Bool { other == nil }
    var message: String {
        switch (number, other) {
        case (let number?, let other?): "\(number) here, and \(other) in \(language)"
        case (let number?, nil): "\(language) has no \(number) here"
        default: "\(language) has \(other ?? "") here"
        }
    }
    var help: String? { "make both the same, or declare the number as a value and write its placeholder in both" }
}
