import Sources

/// A file of the output that is not what a build would make.
struct StaleOutput: Problem {
    enum Fault: Sendable {
        case missing, different, extra
    }

    static let description = CheckDescription(
        "stale-output", .output, guardsBuild: true,
        summary: "A file of the output that differs from what the content makes.",
        why: "The committed site shows something else than the content says.",
        mending: "Run `vademecum build` and commit what it wrote.")

    let fault: Fault

    var message: String {
        switch fault {
        case .missing: "this file has not been built"
        case .different: "this file is not what the content makes"
        case .extra: "nothing makes this file"
        }
    }
    var help: String? {
        switch fault {
        case .missing, .different: "run `vademecum build`, and commit the result"
        case .extra: "run `vademecum build`, which removes it; a file of your own belongs in `static/`"
        }
    }
}
