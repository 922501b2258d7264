import Testing

/// A text of any size that is made to be slow to read: a kind of input, and not one input.
struct HostileText: Sendable, CustomTestStringConvertible {
    let name: String
    /// A text of about so many bytes.
    let make: @Sendable (Int) -> String

    var testDescription: String { name }

    init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
        self.name = name
        self.make = make
    }

    /// The same again and again.
    init(_ name: String, repeating unit: String, after head: String = "", before tail: String = "") {
        self.init(name) { size in
            let count = max(1, (size - head.utf8.count - tail.utf8.count) / unit.utf8.count)
            return head + String(repeating: unit, count: count) + tail
        }
    }

    /// As many of one as of another behind it.
    init(_ name: String, _ opening: String, _ middle: String, _ closing: String) {
        self.init(name) { size in
            let count = max(1, size / (opening.utf8.count + closing.utf8.count))
            return String(repeating: opening, count: count) + middle + String(repeating: closing, count: count)
        }
    }

    /// Numbered pieces, one after the other.
    init(_ name: String, after head: String = "", each: @escaping @Sendable (Int) -> String) {
        self.init(name) { size in
            var text = head
            var number = 0
            while text.utf8.count < size {
                text += each(number)
                number += 1
            }
            return text
        }
    }
}
