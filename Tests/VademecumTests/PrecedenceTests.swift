import Foundation
import TestSupport
import Testing

/// Who overrules whom, seen from outside: each source is added to the weaker ones before it.
@Suite struct PrecedenceTests {
    @Test func theStrongestSourceCountsForATeam() throws {
        let project = try SmallProject()
        var options = ["build", "--audience", "team"]
        var environment: [String: String] = [:]
        func expect(_ limit: String, _ organization: String, _ source: Comment) throws {
            let outcome = try Program.vademecum(options, in: project.url, environment: environment)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let sentence = try project.sentence()
            #expect(sentence == "The limit is \(limit), and `\(organization)` reached it.", source)
        }
        try expect("1,000", "org-EXAMPLE", "the example, and `value:` of vademecum.yaml")

        let declared = SmallProject.configuration.replacing(
            "example: org-EXAMPLE", with: "example: org-EXAMPLE, value: org-CONFIG")
        try project.write(declared, at: "vademecum.yaml")
        try expect("1,000", "org-CONFIG", "`value:` of vademecum.yaml")

        try project.write("limit: 2000\norg.id: org-LOCAL\n", at: "vademecum.local.yaml")
        try expect("2,000", "org-LOCAL", "vademecum.local.yaml")

        try project.write("limit: 3000\norg.id: org-FILE\n", at: "mine.yaml")
        options += ["--values", "mine.yaml"]
        try expect("3,000", "org-FILE", "--values")

        try project.write("limit: 4000\n", at: "more.yaml")
        options += ["--values", "more.yaml"]
        try expect("4,000", "org-FILE", "a second --values, for what it holds")

        environment = ["VADEMECUM_LIMIT": "5000", "VADEMECUM_ORG_ID": "org-ENVIRONMENT", "VADEMECUM_OTHER": "nobody’s"]
        try expect("5,000", "org-ENVIRONMENT", "the environment")

        options += ["--set", "limit=6000", "--set", "org.id=org-SET"]
        try expect("6,000", "org-SET", "--set")

        options += ["--set", "limit=7000"]
        try expect("7,000", "org-SET", "the last --set")
    }

    /// What is not for everybody does not even reach the program that builds for everybody.
    @Test func publicBuildReadsNeitherTheLocalFileNorTheEnvironment() throws {
        let project = try SmallProject()
        // Neither would be accepted: that nothing is said of them proves that nobody looked.
        try project.write("limit: [not YAML", at: "vademecum.local.yaml")
        let outcome = try project.run(
            "build", environment: ["VADEMECUM_LIMIT": "many", "VADEMECUM_ORG_ID": "org-ENVIRONMENT"])
        #expect(outcome.status == 0)
        #expect(outcome.errors == "site written: 1 guide, 1 page.\n")
        #expect(try project.sentence() == "The limit is 1,000, and `org-EXAMPLE` reached it.")
    }

    /// Files and settings of values that are not private count in a public build too.
    @Test func publicBuildTakesWhatIsNotPrivate() throws {
        let project = try SmallProject()
        try project.write("limit: 3000\n", at: "mine.yaml")
        #expect(try project.run("build", "--values", "mine.yaml").status == 0)
        #expect(try project.sentence().hasPrefix("The limit is 3,000,"))
        #expect(try project.run("build", "--values", "mine.yaml", "--set", "limit=6000").status == 0)
        #expect(try project.sentence().hasPrefix("The limit is 6,000,"))
    }

    /// The last line says which values a public build held back, wherever they were given, and how to fill them in.
    @Test(arguments: ["configuration", "file"]) func publicBuildSaysWhatItHeldBack(_ source: String) throws {
        let project = try SmallProject()
        var options = ["build"]
        if source == "file" {
            try project.write("org.id: org-TEAM\n", at: "mine.yaml")
            options += ["--values", "mine.yaml"]
        } else {
            let declared = SmallProject.configuration.replacing("example: org", with: "value: org-TEAM, example: org")
            try project.write(declared, at: "vademecum.yaml")
        }
        let outcome = try Program.vademecum(options, in: project.url)
        #expect(outcome.status == 0)
        let last = outcome.errors.split(separator: "\n").last
        #expect(last == "Held back as private: org.id. Build with --audience team to fill them in.")
        for file in try project.folder.files(in: "site") {
            #expect(try !project.folder.text(at: "site/\(file)").contains("org-TEAM"), "\(file)")
        }
    }

    /// Somebody who sets a private value for everybody to read is asked whether that is meant.
    @Test func publicBuildRefusesAPrivateSetting() throws {
        let project = try SmallProject()
        let outcome = try project.run("build", "--set", "org.id=org-TEAM")
        #expect(outcome.status == 2)
        #expect(
            outcome.errors.contains("--set org.id: error[private-value]: `org.id` is private, and this build is public")
        )
        #expect(!outcome.errors.contains("org-TEAM"))
        #expect(try !project.folder.files().contains { $0.hasPrefix("site/") })
    }

    /// A wrong value is refused with the source it came from, and what is private is not repeated.
    @Test func wrongValuesAreToldWithTheirSource() throws {
        let project = try SmallProject()
        let outcome = try project.run(
            "build", "--audience", "team", "--set", "limit=many",
            environment: ["VADEMECUM_LIMIT": "lots", "VADEMECUM_ORG_ID": "the secret"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("environment variable VADEMECUM_LIMIT: error[wrong-type]: "))
        #expect(outcome.errors.contains("environment variable VADEMECUM_ORG_ID: error[wrong-type]: "))
        #expect(outcome.errors.contains("--set limit: error[wrong-type]: `limit` takes a whole number"))
        #expect(!outcome.errors.contains("the secret"))
    }
}
