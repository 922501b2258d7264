import Guides
import Values

/// What is said of values elsewhere than in the configuration, and for whom they are filled in.
public struct ValueOptions: Sendable {
    /// Who reads the result; nil takes the configuration's word.
    public var audience: Audience?
    /// Files of values, the later the stronger.
    public var files: [String]
    /// `NAME=VALUE`, the later the stronger.
    public var settings: [String]
    /// The process's variables, of which values may be among.
    public var environment: [String: String]

    /// Takes what the command line and the environment say.
    public init(
        audience: Audience? = nil, files: [String] = [], settings: [String] = [], environment: [String: String] = [:]
    ) {
        self.audience = audience
        self.files = files
        self.settings = settings
        self.environment = environment
    }

    /// These options for another audience. For the public, neither the local file nor the environment counts.
    func read(by audience: Audience) -> ValueOptions {
        ValueOptions(
            audience: audience, files: files, settings: settings,
            environment: audience == .team ? environment : [:])
    }
}
