package dev.aludel.diff;

import java.util.Comparator;

/**
 * Something that goes and something that comes, which may be the same under another name. Nobody but its owner knows.
 *
 * @param before what goes: {@code users}, {@code users.name}; a column's table by its new name
 * @param after what it may have become: {@code accounts}, {@code full_name}
 * @param score how much they look alike, from 0 to 100
 */
public record RenameCandidate(Kind kind, String before, String after, int score) {

    /** By kind and old name; of those of one old name the likeliest first. */
    static final Comparator<RenameCandidate> ORDER = Comparator.comparing(RenameCandidate::kind)
            .thenComparing(RenameCandidate::before)
            .thenComparing(Comparator.comparingInt(RenameCandidate::score).reversed())
            .thenComparing(RenameCandidate::after);

    /** What may have been renamed. */
    public enum Kind {
        TABLE,
        COLUMN,
        SEQUENCE;

        /** {@code table}. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** {@code users.full_name}: what it may have become, as {@code before} is written. */
    public String target() {
        return kind == Kind.COLUMN ? before.substring(0, before.length() - column().length()) + after : after;
    }

    /** The option of the command line that says yes. */
    public String renameOption() {
        return "--rename " + before + "=" + after;
    }

    /** The option of the command line that says no. */
    public String dropOption() {
        return "--drop " + before;
    }

    /** The annotation that says yes; there is none for a sequence. */
    public String annotation() {
        return kind == Kind.SEQUENCE ? "" : "@RenamedFrom(\"" + (kind == Kind.COLUMN ? column() : before) + "\")";
    }

    private String column() {
        return before.substring(before.lastIndexOf('.') + 1);
    }

    /** {@code column users.name -> full_name (86 %)}. */
    @Override
    public String toString() {
        return kind.label() + " " + before + " -> " + after + " (" + score + " %)";
    }
}
