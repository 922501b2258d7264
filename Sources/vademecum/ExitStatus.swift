import ArgumentParser

/// What the program's exit says.
enum ExitStatus: Int32 {
    /// All is well.
    case done = 0
    /// The content has faults.
    case findings = 1
    /// The command line or the configuration has.
    case usage = 2
    /// The program has.
    case internalFault = 3

    /// The error that ends a command with this status, its messages printed already.
    var error: ExitCode { ExitCode(rawValue) }
}
