package dev.aludel.cli;

/** How {@code lint} answers. */
enum LintFormat {
    /** A line for each finding, for people and for editors that know {@code file:line:}. */
    TEXT,
    JSON,
    /** SARIF 2.1.0, which code scanning reads. */
    SARIF,
    /** JUnit's XML, which every CI server reads. */
    JUNIT
}
