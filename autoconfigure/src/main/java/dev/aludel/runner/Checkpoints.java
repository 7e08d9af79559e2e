package dev.aludel.runner;

/** Hears of each boundary between what a process does and what it writes down of it: where a kill is tried. */
@FunctionalInterface
interface Checkpoints {

    /** Hears nothing. */
    Checkpoints NONE = place -> {};

    /** @param place {@code begun}, {@code before}, {@code intended}, {@code executed}, {@code after} or {@code finished} */
    void reached(String place);
}
