package dev.aludel.schema;

import java.util.regex.Pattern;

/**
 * The name of a constraint or an index. A name that nobody chose (Hibernate hashed it, or the server will make it) is not
 * part of the object's meaning: such an object is recognised by its content.
 *
 * @param text the name; empty when the server is to make it
 * @param implicit whether nobody chose it
 */
public record ConstraintName(String text, boolean implicit) {

    private static final Pattern HASH = Pattern.compile("(FK|UK|IDX)[0-9a-y]{18,25}", Pattern.CASE_INSENSITIVE);

    private static final ConstraintName UNNAMED = new ConstraintName("", true);

    /** A name that somebody chose, or that the database reports. */
    public static ConstraintName of(String text) {
        return new ConstraintName(text, false);
    }

    /** A name that Hibernate made: a fresh creation uses it, a comparison does not insist on it. */
    public static ConstraintName implicit(String text) {
        return new ConstraintName(text, true);
    }

    /** No name yet: the server would make one. */
    public static ConstraintName unnamed() {
        return UNNAMED;
    }

    /** Whether Hibernate made a name of those of tables and columns: a prefix and an MD5 in base 35, as {@code FK7o8dkcxgtqgmasxj8ddy7v2e0}. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** Another name, as much chosen as this one. */
    public ConstraintName withText(String other) {
        return new ConstraintName(other, implicit);
    }

    public boolean isUnnamed() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
