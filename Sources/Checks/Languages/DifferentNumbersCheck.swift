import Sources

/// A number or a unit that differs from the source language's.
struct DifferentNumbersCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentNumbers.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] { digits(pair) + words(pair) }

    /// Numbers in words: “three” and “quatre”.
    private func words(_ pair: EditionPair) -> [Diagnostic] {
        let (own, theirs) = (SpelledNumbers(pair.translation).byRegion, SpelledNumbers(pair.source).byRegion)
        let language = pair.source.edition.language.name
        return pair.regionIndices.flatMap { regions in
            SpelledNumbers.differences(own[regions.translation], theirs[regions.source], pair, regions).map {
                word, other in
                func text(_ range: Range<Int>, _ text: EditionText) -> String {
                    String(decoding: text.bytes[range], as: UTF8.self)
                }
                return Diagnostic(
                    DifferentNumbers(
                        number: text(word.range, pair.translation), other: text(other.range, pair.source),
                        language: language),
                    at: pair.translation.place(word.range),
                    related: [Diagnostic.Related(pair.source.place(other.range), "in \(language)")])
            }
        }
    }

    private func digits(_ pair: EditionPair) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        var (own, theirs) = (NumberReader(translation).read(), NumberReader(source).read())
        if own.allSatisfy(\.isEmpty), theirs.allSatisfy(\.isEmpty) { return [] }
        return pair.regionIndices.flatMap { index, otherIndex -> [Diagnostic] in
            if own[index].isEmpty, theirs[otherIndex].isEmpty { return [] }
            Self.tellPercentages(&own[index], translation, index, from: theirs[otherIndex])
            Self.tellPercentages(&theirs[otherIndex], source, otherIndex, from: own[index])
            let comparison = NumberComparison(
                .init(translation, index, own[index]), .init(source, otherIndex, theirs[otherIndex]))
            let (all, others) = (own, theirs)
            return diagnostics(comparison, pair, (index, otherIndex)) { number, isOwn in
                number.isSmall && !(isOwn ? translation : source).isTyped(number) || number.isIdiom
                    || number.unit == nil
                        && (isOwn ? others : all).contains { $0.contains { $0.agrees(with: number) } }
            }
        }
    }

    /// Marks numbers without a unit as no percentages, where the other language has some and this one speaks of none.
    private static func tellPercentages(
        _ numbers: inout [FoundNumber], _ text: EditionText, _ region: Int, from others: [FoundNumber]
    ) {
        guard numbers.contains(where: { $0.unit == nil }), others.contains(where: { $0.unit == "%" }),
            text.edition.language.writing.units.values.contains("%")
        else { return }
        let words = text.blocks.filter { $0.region == region }
            .map { String(decoding: text.bytes[$0.range], as: UTF8.self).lowercased() }
        guard !words.contains(where: { words in MeasuringUnits.percent.contains { words.contains($0) } }) else {
            return
        }
        for index in numbers.indices where numbers[index].unit == nil { numbers[index].mayBePercent = false }
    }

    /// - Parameter isForgiven: whether a number may be said on one side alone; small ones are said in many ways, and what
    ///   the other language says elsewhere, such as a version, is known there.
    private func diagnostics(
        _ comparison: NumberComparison, _ pair: EditionPair, _ regions: (translation: Int, source: Int),
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
        for (number, other) in comparison.pairs { report(number, other) }
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
                    at: source.blocks[other.block].node.map { pair.place(ofMissing: $0, in: regions) }
                        ?? translation.place(of: translation.regions[regions.translation]),
                    related: [Diagnostic.Related(source.place(other.range), "in \(language)")])
            }
    }

    /// A number as its text writes it, with its unit where that is the point.
    private func words(_ number: FoundNumber, _ withUnit: Bool, _ text: EditionText) -> String {
        String(decoding: text.bytes[withUnit ? number.whole ?? number.range : number.range], as: UTF8.self)
    }
}

extension EditionText {
    /// Whether a number was typed before the words of a free page's heading: `## 3. The form`, `## Step 3: the form`.
    fileprivate func isTyped(_ number: FoundNumber) -> Bool {
        guard edition.kind.isFree, blocks[number.block].node?.kind == .heading else { return false }
        let before = bytes[blocks[number.block].range.lowerBound..<number.range.lowerBound]
        guard before.allSatisfy({ $0 >= 0x80 || $0.isASCIILetter || $0.isSpace }),
            before.count(where: \.isSpace) <= 1, number.range.upperBound < blocks[number.block].range.upperBound
        else { return false }
        let after = bytes[number.range.upperBound]
        return after == UInt8(ascii: ".") || after == UInt8(ascii: ")") || !before.isEmpty
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
            CheckExample(
                fr: "Attends 24 heures.", en: "Wait ⟦24⟧ minutes.", "24 minutes here, and 24 heures in Français"),
            CheckExample(
                fr: "Attends 3 semaines.", en: "Wait ⟦3⟧ business days.",
                "3 business days here, and 3 semaines in Français"),
            CheckExample(
                fr: "Il faut 512 Gio et 2,4 GHz.", en: "It takes ⟦512⟧ MiB and ⟦2.4⟧ MHz.",
                "512 MiB here, and 512 Gio in Français", "2.4 MHz here, and 2,4 GHz in Français"),
            CheckExample(
                fr: "De 30 s à 10 ms.", en: "From ⟦30⟧ min to ⟦10⟧ s.", "30 min here, and 30 s in Français",
                "10 s here, and 10 ms in Français"),
            CheckExample(
                fr: "À 3 km, 5 kg et 20 °C.", en: "At ⟦3⟧ cm, ⟦5⟧ g and ⟦20⟧ °F.",
                "3 cm here, and 3 km in Français", "5 g here, and 5 kg in Français", "20 °F here, and 20 °C in Français"
            ),
            CheckExample(fr: "C’est 5 % des cas.", en: "It is ⟦5⟧ of the cases.", "5 here, and 5 % in Français"),
            CheckExample(
                fr: "| A | B |\n|---|---|\n| Sens | Plus de 0. |\n| Nombre | 1 |",
                en: "| A | B |\n|---|---|\n| Meaning | More than ⟦1⟧. |\n| Number | 1 |", "1 here, and 0 in Français"),
            CheckExample(
                fr: "Avant le 2 janvier 2026.", en: "Before ⟦January 3, 2026⟧.",
                "January 3, 2026 here, and 2 janvier 2026 in Français"),
            CheckExample(
                fr: "Dans peu de cas.", en: "In ⟦10⟧% of the cases.", "Français has no 10 here"),
            CheckExample(
                files: [
                    ("guide.yaml", "kind: page"),
                    ("fr.md", "---\ntitle: T\n---\n\n## Le formulaire {#a}\n\nTexte.\n\n## La suite {#b}\n\nTexte."),
                    (
                        "en.md",
                        "---\ntitle: T\n---\n\n## ⟦2⟧. The form {#a}\n\nText.\n\n## Step ⟦3⟧: go on {#b}\n\nText."
                    ),
                ], ["Français has no 2 here", "Français has no 3 here"]),
            CheckExample(
                fr: "Il faut trois choses, et deux heures pour chacune.",
                en: "You need ⟦four⟧ things, and two hours for each.", "four here, and trois in Français"),
            CheckExample(
                fr: "Il faut trois choses et deux heures.", en: "You need three things, and ⟦three⟧ hours.",
                "three here, and deux in Français"),
            CheckExample(fr: "Python 3.10.", en: "Python ⟦3.1⟧.", "3.1 here, and 3.10 in Français"),
            CheckExample(
                fr: "## Problème\n\nAu plus 500 requêtes.", en: "## Problem\n\n⟦Not too many requests.⟧",
                "Français has 500 here"),
        ],
        clean: [
            CheckExample(
                fr: "Au plus 1 000 requêtes, 1,5 s et deux essais, sous 24 h, avec gpt-4.",
                en: "1,000 requests at most, 1.5 s and 2 tries, within 24 hours, with gpt-4.1."),
            CheckExample(fr: "De 18 à 19 heures, de 18 h 30 à 20 h.", en: "From 6-7pm, from 6:30 to 8 pm."),
            CheckExample(
                fr: "Les deux outils tiers, sous quinze jours ; un sur quatre, soit 25 ; vingt-deux ou trente et un.",
                en: "Both third-party tools, within two weeks; one in four, or 25; twenty-two or thirty-one."),
            CheckExample(fr: "De 5 à 10 %, 5 m, 3 jours ouvrés.", en: "From 5% to 10%, 5 min, 3 business days."),
            CheckExample(
                fr: "Sous 3 jours pleins, 512 mébioctets et 3 kilomètres.",
                en: "Within 3 full days, 512 MiB and 3 km. Ask @18F in #1day."),
            CheckExample(fr: "Le 23 novembre 2026 à 17 h.", en: "On November 23, 2026 at 5 p.m."),
            CheckExample(
                fr: "Du 2 janvier 2026 au 03/02/2026, à 17 h 30.",
                en: "From 2026-01-02 to February 3rd, 2026, at 5:30 PM."),
            CheckExample(
                fr: "1 000 000, 40 000, 2,5 millions et trente-deux. Les années 90.",
                en: "1 million, 40K, 2.5 million and 32. The 1990s."),
            CheckExample(files: [
                ("guide.yaml", "kind: page"),
                ("fr.md", "---\ntitle: T\n---\n\n## Trois façons {#a}\n\nTexte.\n\n## La suite {#b}\n\nTexte."),
                ("en.md", "---\ntitle: T\n---\n\n## 3 ways {#a}\n\nText.\n\n## What comes next {#b}\n\nText."),
            ]),
            CheckExample(
                fr: "Depuis la version 4.11.0 (v2.1) de Lumen, et la 1.2.",
                en: "Since v4.11.0 (2.1) of Lumen, and V1.2."
            ),
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
