import Checks
import Guides
import Messages
import Rendering
import Sources
import Values

extension ProblemRegistry {
    /// What is found on the disk, by git and on the command line.
    package static let ofWorkflows: [any Problem.Type] = [
        AmbiguousMessage.self, BadImport.self, BadMove.self, ExistingTarget.self, EmptyMessage.self, GitError.self,
        GitRemoteError.self, KeyInMessage.self,
        LongMessage.self, NearMessage.self, NoContent.self, NoGuideNamed.self, NoLanguage.self, NoLanguageFile.self,
        NoSampleFile.self, NoSuchGuide.self, NoSuchTranslation.self, NothingToCheck.self, OtherGuide.self,
        OutputError.self,
        PrivateSetting.self,
        SimilarName.self, SkippedLink.self, StaleOutput.self, TakenName.self, NoSuchSection.self,
        UnreadableRecords.self, UnsyncedSection.self, UnchangedTranslation.self, SecretInReason.self,
        UnknownLanguage.self, UnknownLanguageFile.self,
        ExistingFile.self, NoStart.self, KnownLanguage.self, BadGuideName.self, NoKind.self, NoTemplate.self,
        UnknownMessage.self, UnusedSnippet.self, UnknownWikiPage.self, UnreadableFile.self, UnwritableFile.self,
        WikiManifestError.self,
    ]

    /// Everything that the program can report.
    public static let all = ProblemRegistry(
        ofSources + ofValues + ofMessages + ofGuides + ofChecks + ofRendering + ofWorkflows)
}
