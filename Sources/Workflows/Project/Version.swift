/// The program's version, as `--version` prints it and pages carry it (Semantic Versioning 2.0.0).
public let vademecumVersion = "0.1.0"
