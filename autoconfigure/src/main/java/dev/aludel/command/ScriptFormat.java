package dev.aludel.command;

/** Format of a new revision. */
public enum ScriptFormat {
    /** An SQL script. */
    SQL,
    /** A Java class. */
    JAVA
}
