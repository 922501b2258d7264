import Guides
import Sources
import Values

/// Names that a translation should have kept, and terms that it should have rendered in one way.
struct DifferentTermsCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [LostName.self, OtherRendering.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let terms = context.project.configuration.terms
        let (own, other) = (pair.translation.edition.language, pair.source.edition.language)
        let names = (terms.kept + own.writing.kept).map { (name: $0, words: TermWords(of: $0)) }
        let renderings = terms.renderings.compactMap { texts -> (source: [String], own: [String])? in
            guard let source = texts[other.tag], let translated = texts[own.tag] else { return nil }
            return (source, translated)
        }
        if names.isEmpty, renderings.isEmpty { return [] }
        let (words, sourceWords) = (TermWords(pair.translation), TermWords(pair.source))
        return pair.regions.flatMap { region, sourceRegion -> [Diagnostic] in
            guard let mine = pair.translation.regions.firstIndex(where: { $0.anchor == region.anchor }),
                let theirs = pair.source.regions.firstIndex(where: { $0.anchor == sourceRegion.anchor })
            else { return [] }
            let place = pair.translation.place(of: region)
            func first(_ term: TermWords, _ words: TermWords, _ text: EditionText, _ index: Int) -> Range<Int>? {
                words.places(of: term).first { range in
                    text.blocks.first { $0.range.contains(range.lowerBound) }?.region == index
                }
            }
            func note(_ range: Range<Int>) -> [Diagnostic.Related] {
                [Diagnostic.Related(pair.source.place(range), "it is here")]
            }
            var found: [Diagnostic] = []
            for (name, term) in names {
                guard let range = first(term, sourceWords, pair.source, theirs),
                    first(term, words, pair.translation, mine) == nil, !pair.translation.holds(name, in: mine)
                else { continue }
                found.append(
                    Diagnostic(LostName(name: name, language: other.name), at: place, related: note(range)))
            }
            for (sources, renderings) in renderings {
                guard
                    let range = sources.lazy.compactMap({ first(TermWords(of: $0), sourceWords, pair.source, theirs) })
                        .first,
                    !renderings.contains(where: { first(TermWords(of: $0), words, pair.translation, mine) != nil })
                else { continue }
                let written = String(decoding: pair.source.bytes[range], as: UTF8.self)
                found.append(
                    Diagnostic(
                        OtherRendering(term: written, rendering: renderings.first ?? ""), at: place,
                        related: note(range)))
            }
            return found
        }
    }
}

extension EditionText {
    /// Whether some text stands in a region, in code or anywhere else, with whatever spaces and in whatever case: one that is
    /// spelt otherwise is another fault.
    fileprivate func holds(_ text: String, in region: Int) -> Bool {
        func bare(_ text: some Sequence<UInt8>) -> [UInt8] {
            text.filter { $0 != 0x20 && $0 != UInt8(ascii: "-") && $0 != 0xC2 && $0 != 0xA0 }.map(\.asciiLowercased)
        }
        let wanted = bare(text.utf8)
        return blocks.contains { block in
            let own = block.region == region ? bare(bytes[block.range]) : []
            return own.firstRange(of: wanted, within: own.indices) != nil
        }
    }
}

struct LostName: Problem {
    static let description = CheckDescription(
        "lost-name", .languages, .warning,
        summary: "A name that stays as it is in every language, and that a translation does not have.",
        why: "Readers look for the button or the product by the name that the message or the page has.",
        mending: "Write the name as it is. The list stands under `terms: keep:` in vademecum.yaml.",
        faulty: [
            CheckExample(
                files: [
                    ("vademecum.yaml", "title: Guides\nlanguages: [fr, en]\nterms: {keep: [Request an increase]}\n"),
                    ("fr.md", "## Problème\n\nClique sur « Request an increase »."),
                    ("en.md", "## ⟦Problem⟧\n\nAsk for more."),
                ], ["“Request an increase” is not here; it stays as it is in Français"])
        ],
        clean: [
            CheckExample(
                files: [
                    ("vademecum.yaml", "title: Guides\nlanguages: [fr, en]\nterms: {keep: [Request an increase]}\n"),
                    ("fr.md", "Clique sur « Request an increase »."), ("en.md", "Click “Request an increase”."),
                ])
        ])

    let name: String
    let language: String

    var message: String { "“\(name)” is not here; it stays as it is in \(language)" }
    var help: String? { "write it as it is" }
}

struct OtherRendering: Problem {
    static let description = CheckDescription(
        "other-rendering", .languages, .warning,
        summary: "A term that a translation renders in another way than the site's list says.",
        why: "Readers who meet two words for one thing look for a second thing.",
        mending: "Use the rendering of `terms: translate:` in vademecum.yaml.",
        faulty: [
            CheckExample(
                files: [
                    (
                        "vademecum.yaml",
                        "title: Guides\nlanguages: [fr, en]\nterms:\n  translate:\n    - {fr: limite de débit, en: rate limit}\n"
                    ),
                    ("fr.md", "## Problème\n\nLa limite de débit est atteinte."),
                    ("en.md", "## ⟦Problem⟧\n\nThe throttle is reached."),
                ], ["“limite de débit” is “rate limit” on this site, which is not here"])
        ],
        clean: [
            CheckExample(
                files: [
                    (
                        "vademecum.yaml",
                        "title: Guides\nlanguages: [fr, en]\nterms:\n  translate:\n    - {fr: limite de débit, en: rate limit}\n"
                    ),
                    ("fr.md", "Les limites de débit sont atteintes."), ("en.md", "The rate limits are reached."),
                ])
        ])

    let term: String
    let rendering: String

    var message: String { "“\(term)” is “\(rendering)” on this site, which is not here" }
}
