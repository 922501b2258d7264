import ArgumentParser
import Checks
import Foundation
import Guides
import Sources
import Values
import Workflows

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
    var usesColor: Bool { usesColor(on: STDERR_FILENO) }

    /// Whether to colour what goes to standard output, or to standard error.
    func usesColor(on descriptor: Int32) -> Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto:
            isatty(descriptor) != 0 && ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty != false
                && ProcessInfo.processInfo.environment["TERM"] != "dumb"
        }
    }

    /// The project that the options name, or the one around the current folder.
    func folder() throws -> ProjectFolder {
        if let folder = ProjectFolder(project) { return folder }
        throw ValidationError(
            project.map { "There is no vademecum.yaml in “\($0)”." }
                ?? "There is no vademecum.yaml here or in a folder above. Name the project’s folder with --project."
        )
    }

    /// What the options say of values.
    func valueOptions(audience: Audience? = nil) -> ValueOptions {
        ValueOptions(
            audience: audience, files: values, settings: set, environment: ProcessInfo.processInfo.environment)
    }

    /// The language of an option.
    func language(_ text: String) throws -> LanguageTag {
        if let tag = LanguageTag(rawValue: text) { return tag }
        let hint = LanguageTag.meant(by: text).map { " Did you mean “\($0)”?" }
        throw ValidationError("“\(text)” is not a language tag.\(hint ?? "")")
    }

    /// What came of a use case; ends the command where nothing did, or something with errors in it.
    ///
    /// - Parameter onError: what to say then, besides what was found.
    func value<Value>(of outcome: Outcome<Value>, onError: String = "") throws -> Value {
        report(outcome.diagnostics)
        guard let value = outcome.value, !outcome.diagnostics.hasErrors else {
            if !onError.isEmpty { inform(onError) }
            throw (outcome.isUsage ? ExitStatus.usage : .findings).error
        }
        return value
    }

    /// Prints diagnostics to standard error.
    func report(_ diagnostics: [Diagnostic]) {
        let shown = quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
        let reporter = TextReporter(usesColor: usesColor, width: Terminal.columns(of: STDERR_FILENO))
        Terminal.printError(reporter.report(shown))
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
