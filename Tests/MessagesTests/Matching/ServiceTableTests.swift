import Foundation
import Guides
import Messages
import Sources
import TestSupport
import Testing
import Values

/// The messages of many services, in every state in which people paste them.
@Suite struct ServiceTableTests {
    @Test func thereAreEnough() {
        let table = MessageTable.shared
        #expect(Set(table.messages.map(\.message)).count >= 200)
        #expect(Set(table.messages.map(\.service)).count >= 25)
        #expect(Set(table.messages.map(\.language)).count >= 5)
        #expect(table.others.count >= 60)
    }

    @Test func everyVariantFindsItsGuideAndGivesItsValues() throws {
        let matcher = try MessageTable.shared.makeMatcher()
        for variant in MessageTable.shared.variants {
            guard case .found(let match) = matcher.find(in: variant.text) else {
                Issue.record("\(variant.testDescription) is not found: \(matcher.find(in: variant.text))")
                continue
            }
            #expect(match.guide == variant.entry.guide, "\(variant.testDescription)")
            let values = Dictionary(uniqueKeysWithValues: match.values.map { ($0.name, JSON($0.value)) })
            #expect(values == variant.values, "\(variant.testDescription)")
            #expect(match.hidden.sorted() == variant.hidden.sorted(), "\(variant.testDescription)")
        }
    }

    @Test func whateverWrapsAMessageItsOwnWordsAreTheSame() throws {
        let matcher = try MessageTable.shared.makeMatcher()
        var plain: [String: String] = [:]
        for variant in MessageTable.shared.variants where !variant.entry.message.contains("\n") {
            // A moment at the end of a message goes on to the end of the line alone.
            guard case .found(let match) = matcher.find(in: variant.text), variant.hidden.isEmpty,
                variant.entry.values["until"] == nil
            else { continue }
            let line = plain[variant.entry.message, default: match.line]
            plain[variant.entry.message] = line
            #expect(match.line == line, "\(variant.testDescription)")
        }
    }

    /// A part is said to be one, and never taken for the whole.
    @Test func partsNameTheirGuide() throws {
        let matcher = try MessageTable.shared.makeMatcher()
        for part in MessageTable.shared.parts {
            guard case .near(let matches) = matcher.find(in: part.message), let match = matches.first else {
                Issue.record("\(part.message) is not said to be a part")
                continue
            }
            #expect(match.guide == part.guide)
            #expect(
                Dictionary(uniqueKeysWithValues: match.values.map { ($0.name, JSON($0.value)) }) == part.values,
                "\(part.message)")
        }
    }

    @Test func messagesOfOtherKindsFindNothing() throws {
        let matcher = try MessageTable.shared.makeMatcher()
        for message in MessageTable.shared.others {
            guard case .unknown = matcher.find(in: message) else {
                Issue.record("\(message) is taken for something")
                continue
            }
        }
    }

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf16, .windowsCP1252, .isoLatin1])
    func filesOfOtherEncodingsAreRead(encoding: String.Encoding) throws {
        let matcher = try MessageTable.shared.makeMatcher()
        for entry in MessageTable.shared.messages where entry.language == "fr" {
            // Not every encoding has every sign.
            guard let data = entry.message.data(using: encoding) else { continue }
            guard case .found(let match) = matcher.find(in: MessageEncoding.text(Array(data))) else {
                Issue.record("\(entry.message) is not found in \(encoding)")
                continue
            }
            #expect(match.guide == entry.guide)
        }
    }
}

extension JSON {
    /// A value as the table has it.
    init(_ value: Value) {
        switch value {
        case .text(let text), .choice(let text): self = .text(text)
        case .number(let number): self = .number(number)
        case .date(let date): self = .text(date.iso)
        case .table, .chart: self = .null
        }
    }
}
