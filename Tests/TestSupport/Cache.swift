import Foundation

/// What `scripts/setup --tests` has fetched for the tests, in a folder of its own. That it is missing is an error, never a test that
/// is passed over.
public enum Cache {
    /// The bytes of a file, by its path in the folder.
    public static func data(of name: String) throws -> Data {
        let path = try file(name).path
        guard let data = FileManager.default.contents(atPath: path) else { throw Missing(path: path) }
        return data
    }

    /// A file, by its path in the folder.
    public static func file(_ name: String) throws -> URL {
        let variables = ProcessInfo.processInfo.environment
        let cache = variables["XDG_CACHE_HOME"] ?? "\(variables["HOME"] ?? "")/.cache"
        let path = "\(cache)/vademecum-tests/\(name)"
        guard FileManager.default.fileExists(atPath: path) else { throw Missing(path: path) }
        return URL(fileURLWithPath: path)
    }

    /// The same as text.
    public static func text(of name: String) throws -> String { String(decoding: try data(of: name), as: UTF8.self) }

    /// A file that was not fetched.
    struct Missing: Error, CustomStringConvertible {
        let path: String

        var description: String { "There is no \(path): run scripts/setup --tests" }
    }
}
