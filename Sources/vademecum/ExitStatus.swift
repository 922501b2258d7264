import ArgumentParser

/// What the program's exit says.
enum ExitStatus: Int32 {
    /// All is well.
    case done = 0
    /// The content has faults, or the result could not be written to standard output.
    case findings = 1
    /// The command line or the configuration has.
    case usage = 2
    /// The program has.
    case internalFault = 3
    /// Whoever read the result stopped reading: what a shell makes of SIGPIPE.
    case unread = 141

    /// The error that ends a command with this status, its messages printed already.
    var error: ExitCode { ExitCode(rawValue) }
}
