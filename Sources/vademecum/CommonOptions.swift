import ArgumentParser
import Checks
import Foundation
import Guides
import Site

/// The options that every command has.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The project’s folder. Without it, the nearest folder upward with vademecum.yaml.", valueName: "folder"))
    var project: String?

    @Option(
        help: ArgumentHelp(
            "A YAML file of values, flat `name: value`. May be repeated; the last one wins.", valueName: "file"))
    var values: [String] = []

    @Option(
        help: ArgumentHelp(
            "One value, such as limit.current=75000. May be repeated; overrules every other source.",
            valueName: "name=value"))
    var set: [String] = []

    @Flag(help: "Print errors only.")
    var quiet = false

    @Option(help: "Colours: auto, always or never. NO_COLOR is honoured.")
    var color: ColorChoice = .auto

    /// Whether to colour what goes to standard error.
    var usesColor: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto:
            isatty(STDERR_FILENO) != 0 && ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty != false
                && ProcessInfo.processInfo.environment["TERM"] != "dumb"
        }
    }

    /// Prints diagnostics to standard error.
    func report(_ diagnostics: [Diagnostic]) {
        let shown = quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
        Terminal.printError(TextReporter(usesColor: usesColor).report(shown))
    }

    /// A line about what was done, for a person.
    func inform(_ text: String) {
        if !quiet { Terminal.printError(text + "\n") }
    }
}

/// When to colour.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}

extension Audience: ExpressibleByArgument {}
