import Sources

/// Which files of a documentation are one page, where each language has names of its own: a line for each page with the
/// paths of its files, parted by commas, semicolons or tabs. The first line may name the languages of the columns.
package struct PageTable: Sendable {
    /// What is wrong with a path of a table.
    package enum Fault: Sendable {
        /// The folder has no such file.
        case noFile(String)
        /// It stands in the table already.
        case twice(String)
    }

    private var rows: [[(path: String, language: String?)]] = []
    /// What is wrong, each with its line, from 1.
    package private(set) var faults: [(line: Int, fault: Fault)] = []

    /// A table without rows: names tell.
    package init() {}

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - paths: the files of the folder, by their paths in it.
    ///   - known: the languages that the first line may name, in lower case.
    package init(_ file: SourceFile, paths: Set<String>, known: Set<String>) {
        var languages: [String] = []
        var seen: Set<String> = []
        let lines = String(decoding: file.bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
        for (number, line) in lines.enumerated() {
            let cells = line.split(omittingEmptySubsequences: false) { ",;\t".contains($0) }.map(Self.cell)
            if cells.allSatisfy(\.isEmpty) { continue }
            if rows.isEmpty, languages.isEmpty, cells.allSatisfy({ known.contains($0.lowercased()) }) {
                languages = cells.map { $0.lowercased() }
                continue
            }
            var row: [(path: String, language: String?)] = []
            for (column, path) in cells.enumerated() where !path.isEmpty {
                if !paths.contains(path) {
                    faults.append((number + 1, .noFile(path)))
                } else if !seen.insert(path).inserted {
                    faults.append((number + 1, .twice(path)))
                } else {
                    row.append((path, column < languages.count ? languages[column] : nil))
                }
            }
            rows.append(row)
        }
    }

    /// A cell without blanks, quotation marks, and the sign of the folder itself.
    private static func cell(_ text: Substring) -> String {
        let bare = String(text).trimmingSpace
        let isQuoted = bare.count > 1 && bare.hasPrefix("\"") && bare.hasSuffix("\"")
        let path = isQuoted ? String(bare.dropFirst().dropLast()) : bare
        return path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    }

    /// The rows by the paths of their files: the file whose name the page takes, and the file's language where a column
    /// tells it.
    func entries(main: String) -> [String: (first: String, language: String?)] {
        var entries: [String: (first: String, language: String?)] = [:]
        for row in rows {
            guard let first = row.first(where: { $0.language == main }) ?? row.first else { continue }
            for entry in row { entries[entry.path] = (first.path, entry.language) }
        }
        return entries
    }
}
