import Foundation

/// Results go to standard output, everything else to standard error.
enum Terminal {
    static func printError(_ text: String) {
        guard !text.isEmpty else { return }
        FileHandle.standardError.write(Data(text.utf8))
    }

    static func print(_ bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes))
    }

    /// A line that replaces itself, on a terminal only.
    static func progress(_ done: Int, _ total: Int) {
        let end = done == total ? "\r\u{1B}[K" : ""
        printError("\r\(done * 100 / max(1, total)) % of \(total) guides\(end)")
    }
}
