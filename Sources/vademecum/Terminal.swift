import Checks
import Foundation
import Workflows

/// Results go to standard output, everything else to standard error.
enum Terminal {
    /// Prints to standard error, which ends up in logs: no key is printed whole. Where that fails, it is closed, and the exit status alone says how it went.
    static func printError(_ text: String) {
        guard !text.isEmpty else { return }
        _ = StandardStreams.write(Array(SecretGate().masked(text).utf8), to: STDERR_FILENO)
    }

    /// - Throws: the exit status, where the result cannot be written; what stands in the way is told.
    static func print(_ bytes: [UInt8]) throws {
        switch StandardStreams.write(bytes, to: STDOUT_FILENO) {
        case .done: return
        case .unread: throw ExitStatus.unread.error
        case .failed(let reason):
            printError("Error: The result cannot be written to standard output: \(reason).\n")
            throw ExitStatus.findings.error
        }
    }

    /// A line that replaces itself, on a terminal only. Spaces wipe it out: a dumb terminal knows no escape codes.
    static func progress(_ done: Int, _ total: Int) {
        let line = "\r\(done * 100 / max(1, total)) % of \(total) guides"
        let end = done == total ? "\r" + String(repeating: " ", count: line.count - 1) + "\r" : ""
        printError(line + end)
    }

    /// How many columns the terminal of an output has; nil where it goes elsewhere.
    static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard isatty(descriptor) != 0, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    /// How many columns a text may have: those of the terminal, but no more than are good to read; 80 where the output
    /// goes elsewhere.
    static var width: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) != 0, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 80
        }
        return min(Int(size.ws_col), 100)
    }
}
