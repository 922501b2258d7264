import Foundation
import Guides
import Sources
import TestSupport
import Testing
import Values

@testable import Workflows

/// What this project's own guides say of a message is true of that message, whatever its limit and its sizes.
@Suite struct TrueSentenceTests {
    /// A message that the service could have sent.
    struct Message: CustomStringConvertible {
        var model = "gpt-4o"
        let metric: String
        let limit: Int
        let used: Int
        let requested: Int

        var isOverAlone: Bool { requested > limit }
        var isOver: Bool { used + requested > limit }
        var isDaily: Bool { metric.contains("day") }

        var description: String {
            "Rate limit reached for \(model) in organization org-EXAMPLE42 on \(metric): Limit \(limit), Used \(used), "
                + "Requested \(requested). Please try again in 2s."
        }

        var tooLarge: String {
            "Request too large for \(model) in organization org-EXAMPLE42 on \(metric): Limit \(limit), "
                + "Requested \(requested). The input or output tokens must be reduced in order to run successfully."
        }
    }

    static let messages =
        ["tokens per min (TPM)", "requests per min (RPM)", "tokens per day (TPD)", "requests per day (RPD)"]
        .flatMap { metric in
            [
                (30_000, 25_502, 18_592), (40_000, 40_000, 1), (40_000, 0, 40_000), (40_000, 0, 40_001), (500, 499, 1),
                (500, 500, 1), (1, 1, 1), (3, 3, 1), (200_000, 190_000, 350_000), (10_000_000, 9_999_999, 2),
            ].map { Message(metric: metric, limit: $0.0, used: $0.1, requested: $0.2) }
        } + [Message(model: "gpt-realtime-mini", metric: "tokens per min (TPM)", limit: 10, used: 10, requested: 5)]

    static func page(_ message: String, _ language: String) throws -> String {
        var options = PersonalOptions()
        options.message = message
        options.language = LanguageTag(rawValue: language)
        let folder = try #require(ProjectFolder(Package.folder.path))
        let personaliser = try #require(Personaliser.find(folder, ValueOptions(), options).value)
        let guide = try #require(personaliser.write(.text, width: 100_000).value)
        return String(decoding: guide.text, as: UTF8.self).replacing("\u{A0}", with: " ").replacing(
            "\u{202F}", with: " ")
    }

    /// Each sentence, and whether it is true.
    static func sentences(_ message: Message, _ language: String) -> [(String, Bool)] {
        let isRealtimeMini = message.model == "gpt-realtime-mini"
        return language == "fr"
            ? [
                ("Il suffit d’attendre", !message.isOverAlone), ("dépasse à elle seule la limite", message.isOverAlone),
                ("La limite était dépassée de", message.isOver), ("par minute : le compteur", !message.isDaily),
                ("par jour : le compteur", message.isDaily), ("Espace les requêtes", !message.isOverAlone),
                ("la requête l’utilise déjà", isRealtimeMini), ("Utilise gpt-realtime-mini", !isRealtimeMini),
                ("à chaque minute", !message.isDaily),
            ]
            : [
                ("Waiting is enough", !message.isOverAlone), ("over the limit by itself: waiting", message.isOverAlone),
                ("The limit was exceeded by", message.isOver), ("per minute: the count", !message.isDaily),
                ("per day: the count", message.isDaily), ("Space requests out", !message.isOverAlone),
                ("the request already uses it", isRealtimeMini), ("Use gpt-realtime-mini", !isRealtimeMini),
                ("afresh each minute", !message.isDaily),
            ]
    }

    @Test(arguments: messages, ["fr", "en"]) func aReachedLimit(_ message: Message, _ language: String) throws {
        let page = try Self.page(message.description, language)
        for (sentence, isTrue) in Self.sentences(message, language) {
            #expect(page.contains(sentence) == isTrue, "\(sentence)")
        }
        // Two and a half times and five times the limit is what is asked for.
        let asked = [(message.limit * 5 + 1) / 2, message.limit * 5]
        for number in asked {
            let digits = String(number.formatted(.number.locale(Locale(identifier: language))))
            #expect(page.contains(digits.replacing("\u{202F}", with: " ")), "\(digits)")
        }
        #expect(!page.contains("(Demandé"), "the message says it all")
        #expect(!page.contains("(Requested"))
    }

    @Test(arguments: messages, ["fr", "en"]) func aRequestThatIsTooLarge(_ message: Message, _ language: String) throws
    {
        let page = try Self.page(message.tooLarge, language)
        let over = language == "fr" ? "Elle dépasse donc la limite à elle seule" : "So it is over the limit by itself"
        let within = language == "fr" ? "Elle ne dépasse pas la limite" : "It is not over the limit by itself"
        #expect(page.contains(over) == message.isOverAlone)
        #expect(page.contains(within) != message.isOverAlone)
        let excess = language == "fr" ? "Cette requête dépassait cette limite de" : "This request was over the limit by"
        #expect(page.contains(excess) == message.isOverAlone)
    }
}
