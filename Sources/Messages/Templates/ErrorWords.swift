import Sources

/// Whether a line of a log looks like an error: by the words that programs and people use for one.
package enum ErrorWords {
    private static let words: Set<String> = [
        "error", "errors", "err", "fatal", "failed", "fails", "failure", "failing", "exception", "panic", "denied",
        "refused", "rejected", "forbidden", "unauthorized", "invalid", "timeout", "exceeded", "unavailable",
        "unreachable", "critical", "severe", "emergency", "traceback", "aborted", "unable", "cannot", "can't",
        "couldn't",
        "insufficient", "expired", "corrupt", "erreur", "erreurs", "échec", "échoué", "refusé", "refusée", "impossible",
        "dépassé", "dépassée", "invalide", "expiré", "interdit",
    ]
    private static let phrases: Set<String> = [
        "timed out", "not found", "could not", "not permitted", "too many", "too large", "limit reached", "no such",
        "out of", "try again", "délai dépassé", "introuvable",
    ]
    /// Levels of a log that say themselves that nothing went wrong.
    private static let harmless: Set<String> = ["info", "debug", "trace", "notice", "verbose"]
    /// A level stands among so many words from the start.
    private static let levelWords = 6

    /// Whether a line looks like an error.
    package static func stand(in line: String) -> Bool {
        var previous = ""
        var position = 0
        var found = false
        for word in line.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "’" }) {
            let word = String(word)
            if position < levelWords, harmless.contains(word) { return false }
            position += 1
            // “0 errors” and “no error” are none.
            let isNone = ["no", "without", "zero", "sans", "aucune"].contains(previous)
            if (words.contains(word) || phrases.contains("\(previous) \(word)")) && !isNone { found = true }
            previous = word
        }
        return found && !line.contains("0 errors") && !line.contains("0 failed")
    }

    /// The message that a line of source code raises or logs, with `***` where something is put in; nil where it does
    /// neither.
    package static func message(ofSource line: String) -> String? {
        // What raises it stands before it.
        let lower = line.prefix { !"\"'`".contains($0) }.lowercased()
        let raises = [
            "throw", "raise", "panic", "error(", "errorf(", "errors.new", "exception(", "fatal", "log.err",
            "logger.err",
            "console.err", "eprintln", "abort(", "die(", "reject(", "fail(",
        ]
        guard raises.contains(where: lower.contains), let literal = longestLiteral(line), literal.contains(" ") else {
            return nil
        }
        return withoutPlaceholders(literal)
    }

    private static func longestLiteral(_ line: String) -> String? {
        var longest = ""
        var open: Character?
        var literal = ""
        var isEscaped = false
        for character in line {
            if let quote = open {
                if character == quote, !isEscaped {
                    if literal.count > longest.count { longest = literal }
                    open = nil
                } else {
                    literal.append(character)
                }
                isEscaped = character == "\\" && !isEscaped
            } else if "\"'`".contains(character) {
                open = character
                literal = ""
                isEscaped = false
            }
        }
        // Shorter texts say too little to be told from any other.
        return longest.count >= 12 ? longest : nil
    }

    /// `%s`, `{name}`, `${name}` and `\(name)` stand for something that is not known here.
    private static func withoutPlaceholders(_ literal: String) -> String {
        literal.replacing(/\\\([^)]*\)|\$?\{[^}]*\}|%[-+#0 ]*[\d.*]*[a-zA-Z@]/, with: "***")
    }
}
