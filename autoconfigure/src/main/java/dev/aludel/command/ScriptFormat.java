package dev.aludel.command;

/** How a revision is written. */
public enum ScriptFormat {
    /** A script. */
    SQL,
    /** A class. */
    JAVA
}
