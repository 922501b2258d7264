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
            let values = Dictionary(uniqueKeysWithValues: match.values.map { ($0.name, JSON(plainSpaces: $0.value)) })
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
            let own = match.line.withPlainSpaces
            let line = plain[variant.entry.message, default: own]
            plain[variant.entry.message] = line
            #expect(own == line, "\(variant.testDescription)")
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

    @Test func whatWasTakenApartIsReadAsOne() throws {
        let matcher = try MessageTable.shared.makeMatcher()
        for entry in MessageTable.shared.mended {
            guard case .found(let match) = matcher.find(in: entry.message) else {
                Issue.record("\(entry.message) is not found")
                continue
            }
            #expect(match.guide == entry.guide)
            #expect(
                Dictionary(uniqueKeysWithValues: match.values.map { ($0.name, JSON($0.value)) }) == entry.values,
                "\(entry.message)")
        }
    }

    /// Windows' consoles write files in a code page of their own.
    @Test func filesFromAConsoleAreRead() throws {
        let matcher = try MessageTable.shared.makeMatcher()
        let message =
            Array("impossible de pousser des r".utf8) + [0x82] + Array("f".utf8) + [0x82]
            + Array("rences vers 'a'".utf8)
        guard case .found(let match) = matcher.find(in: MessageEncoding.text(message)) else {
            Issue.record("the message is not found")
            return
        }
        #expect(match.guide == "git-push")
        #expect(MessageEncoding.text([0x6C, 0x92, 0xE9, 0x74, 0xE9]) == "l’été")
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

extension String {
    /// The text with a plain space for every other: a value and a line keep those that were pasted.
    fileprivate var withPlainSpaces: String {
        String(map { ["\u{A0}", "\u{202F}", "\u{3000}"].contains($0) ? " " : $0 })
    }
}

extension JSON {
    /// A value as the table has it, whatever spaces its text was pasted with.
    fileprivate init(plainSpaces value: Value) {
        if case .text(let text) = value { self = .text(text.withPlainSpaces) } else { self.init(value) }
    }
}
