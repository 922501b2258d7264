import Sources

/// A number or a unit that differs from the source language's.
struct DifferentNumbersCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentNumbers.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        let (own, theirs) = (NumberReader(translation).read(), NumberReader(source).read())
        if own.allSatisfy(\.isEmpty), theirs.allSatisfy(\.isEmpty) { return [] }
        let (indices, otherIndices) = (translation.regionIndices, source.regionIndices)
        return pair.regions.flatMap { region, other -> [Diagnostic] in
            guard let index = indices[region.anchor], let otherIndex = otherIndices[other.anchor] else { return [] }
            return compare(own[index], theirs[otherIndex], region, translation, source)
        }
    }

    private func compare(
        _ numbers: [NumberReader.Found], _ others: [NumberReader.Found], _ region: EditionText.Region,
        _ translation: EditionText, _ source: EditionText
    ) -> [Diagnostic] {
        var surplus: [NumberReader.Found] = []
        var rest = NumberTable(others)
        for number in numbers where rest.take(number) == nil { surplus.append(number) }
        let language = source.edition.language.name
        var found: [Diagnostic] = []
        func report(_ number: NumberReader.Found, _ other: NumberReader.Found) {
            let isUnit = number.value == other.value
            found.append(
                Diagnostic(
                    DifferentNumbers(
                        number: words(number, isUnit, translation), other: words(other, isUnit, source),
                        language: language),
                    at: translation.place(number.range),
                    related: [Diagnostic.Related(source.place(other.range), "in \(language)")]))
        }
        // The same number with another unit first, then whatever is left, in order.
        surplus.removeAll { number in
            guard let other = rest.take(number, withAnyUnit: true) else { return false }
            report(number, other)
            return true
        }
        var missing = rest.left[...]
        for number in surplus {
            if let other = missing.popFirst() {
                report(number, other)
            } else if !number.isSmall {
                found.append(
                    Diagnostic(
                        DifferentNumbers(number: words(number, false, translation), other: nil, language: language),
                        at: translation.place(number.range)))
            }
        }
        for other in missing where !other.isSmall {
            found.append(
                Diagnostic(
                    DifferentNumbers(number: nil, other: words(other, false, source), language: language),
                    at: translation.place(of: region),
                    related: [Diagnostic.Related(source.place(other.range), "in \(language)")]))
        }
        return found
    }

    private func words(_ number: NumberReader.Found, _ withUnit: Bool, _ text: EditionText) -> String {
        let digits = String(decoding: text.bytes[number.range], as: UTF8.self)
        return withUnit ? "\(digits) \(number.unit ?? "")" : digits
    }
}

/// Numbers that are taken away one by one, by their values.
private struct NumberTable {
    private let numbers: [NumberReader.Found]
    /// The positions of those that are still there, in order, by value and unit.
    private var positions: [String: [String?: ArraySlice<Int>]] = [:]
    private var isTaken: [Bool]

    init(_ numbers: [NumberReader.Found]) {
        self.numbers = numbers
        isTaken = [Bool](repeating: false, count: numbers.count)
        for (index, number) in numbers.enumerated() {
            positions[number.value, default: [:]][number.unit, default: []].append(index)
        }
    }

    /// Takes the first number with a value, and with a unit where it and the one that is asked for have one.
    ///
    /// - Parameter withAnyUnit: whether units do not matter.
    mutating func take(_ wanted: NumberReader.Found, withAnyUnit: Bool = false) -> NumberReader.Found? {
        guard let units = positions[wanted.value] else { return nil }
        let fitting = units.filter { unit, _ in
            withAnyUnit || unit == wanted.unit || unit == nil || wanted.unit == nil
        }
        guard
            let (unit, first) = fitting.compactMap({ unit, all in all.first.map { (unit, $0) } }).min(by: {
                $0.1 < $1.1
            })
        else { return nil }
        positions[wanted.value]?[unit]?.removeFirst()
        isTaken[first] = true
        return numbers[first]
    }

    /// Those that nobody took.
    var left: [NumberReader.Found] { numbers.indices.filter { !isTaken[$0] }.map { numbers[$0] } }
}

extension EditionText {
    /// The position of the first region with each anchor.
    fileprivate var regionIndices: [String: Int] {
        Dictionary(regions.indices.map { (regions[$0].anchor, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

struct DifferentNumbers: Problem {
    static let description = CheckDescription(
        "different-numbers", .languages,
        summary: "A number, or its unit, that differs from the source language's.",
        why: "60 seconds in one language and 600 in the other: one of them is wrong, and readers act on it.",
        mending: "Make both the same, or write the number as a value, once for all languages.",
        faulty: [
            CheckExample(fr: "Attends 60 secondes.", en: "Wait ⟦600⟧ seconds.", "600 here, and 60 in Français"),
            CheckExample(fr: "Attends 24 heures.", en: "Wait ⟦24⟧ minutes.", "24 min here, and 24 h in Français"),
            CheckExample(
                fr: "## Problème\n\nAu plus 500 requêtes.", en: "## ⟦Problem⟧\n\nNot too many requests.",
                "Français has 500 here"),
        ],
        clean: [
            CheckExample(
                fr: "Au plus 1 000 requêtes, 1,5 s et deux essais, sous 24 h, avec gpt-4.",
                en: "1,000 requests at most, 1.5 s and 2 tries, within 24 hours, with gpt-4.1."),
            CheckExample(fr: "Le 23 novembre 2026 à 17 h.", en: "On November 23, 2026 at 5 p.m."),
        ])

    let number: String?
    let other: String?
    let language: String

    var message: String {
        switch (number, other) {
        case (let number?, let other?): "\(number) here, and \(other) in \(language)"
        case (let number?, nil): "\(language) has no \(number) here"
        default: "\(language) has \(other ?? "") here"
        }
    }
    var help: String? { "make both the same, or declare the number as a value and write its placeholder in both" }
}
