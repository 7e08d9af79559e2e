package dev.aludel.fuzz;

/**
 * What came of a pair.
 *
 * @param law the law that is broken, or why there was nothing to judge
 * @param detail what was seen, for people
 */
record Verdict(Kind kind, String law, String detail) {

    static final Verdict HELD = new Verdict(Kind.HELD, "", "");

    enum Kind {
        HELD,
        /** All laws hold that can be seen where Hibernate's own creation fails. */
        UNJUDGED,
        /** The mapping means nothing: Hibernate refuses it. */
        DISCARDED,
        BROKEN
    }

    boolean broken() {
        return kind == Kind.BROKEN;
    }

    /** Whether both tell of one cause, as far as can be seen. */
    boolean resembles(Verdict other) {
        return kind == other.kind && law.equals(other.law);
    }
}
