package dev.aludel.dialect;

/** What types mean for the values of a column. Both types are in normal form. */
public interface TypeRules {

    /**
     * Whether a column of one type keeps every value of another one as it is: {@code text} those of {@code varchar(255)}. A type that is
     * narrower only than a length or precision that Hibernate chose by itself does, too.
     */
    boolean keeps(String found, String mapped);
}
