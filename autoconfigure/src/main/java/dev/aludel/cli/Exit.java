package dev.aludel.cli;

/** How a command ends the JVM: {@link System#exit}, or what a test registers with the bootstrap registry. */
@FunctionalInterface
interface Exit {

    void with(int code);
}
