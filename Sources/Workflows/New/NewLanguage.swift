import Foundation
import Guides
import Sources
import Templates
import Values

/// A language's file to begin with: every word of the pages in English, marked as to be translated.
public struct NewLanguage: Sendable {
    private let folder: ProjectFolder
    private let tag: LanguageTag

    /// - Parameter tag: the language; its file gets that name.
    public init(_ folder: ProjectFolder, _ tag: LanguageTag) {
        self.folder = folder
        self.tag = tag
    }

    /// Writes the file.
    ///
    /// - Returns: its path in the project's folder.
    public func write() -> Outcome<[String]> {
        let path = "\(TemplateFolder.name)/languages/\(tag).yaml"
        do throws(Refusal) {
            if DefaultTemplates.files["languages/\(tag).yaml"] != nil || isRegion {
                throw .usage(KnownLanguage(tag: tag.rawValue), at: path)
            }
            if let meant = LanguageTag.meant(by: tag.rawValue)?.rawValue {
                throw .usage(NoLanguage(tag: tag.rawValue, meant: meant), at: path)
            }
            let code = tag.rawValue.prefix { $0 != "-" }
            guard Locale.LanguageCode.isoLanguageCodes.contains(where: { $0.identifier == code }) || code.count == 3
            else {
                throw .usage(NoSuchCode(tag: tag.rawValue), at: path)
            }
            var files = NewFiles(in: folder.path)
            files.add(path, text)
            return Outcome(try files.write(), [])
        } catch {
            return Outcome(nil, error.diagnostics, isUsage: error.isUsage)
        }
    }

    /// A region of a language that the program has needs no file either.
    private var isRegion: Bool {
        tag.withoutRegion.map { DefaultTemplates.files["languages/\($0).yaml"] != nil } ?? false
    }

    private static let mark = "  # translate"

    /// The English file without what is only true of English.
    private var text: String {
        let english = String(decoding: DefaultTemplates.files["languages/en.yaml"] ?? [], as: UTF8.self)
        let locale = Locale(identifier: tag.rawValue)
        let name = locale.localizedString(forIdentifier: tag.rawValue)?.capitalized(with: locale) ?? tag.rawValue
        let isRightToLeft = Locale.Language(identifier: tag.rawValue).characterDirection == .rightToLeft
        var lines = [
            "# Each line with “translate” at its end has English words in it. Take the mark away with the words.",
            "# How texts are written, and the words by which `check` tells the language, may follow as `writing:` and",
            "# `vocabulary:`: see `vademecum templates languages/en.yaml`.",
            "name: \(name)", "direction: \(isRightToLeft ? "rtl" : "ltr")",
        ]
        var isWanted = false
        for line in english.split(separator: "\n") where !line.hasPrefix("#") {
            if !line.hasPrefix(" ") { isWanted = line == "sections:" || line == "terms:" }
            guard isWanted else { continue }
            let isWord = line.hasPrefix(" ") && !line.drop { $0 == " " }.hasPrefix("#")
            lines.append(line + (isWord ? Self.mark : ""))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
