package dev.aludel.hazard;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every kind of hazard. Its code is a contract: it stands in {@code aludel.hazards.<code>}, in scripts and in reports.
 */
public enum HazardCode {
    DROP_TABLE(Kind.LOSES, "a table goes with all its rows"),
    DROP_COLUMN(Kind.LOSES, "a column goes with its values"),
    DROP_SEQUENCE(Kind.LOSES, "a sequence goes with its position"),
    DROP_PRIMARY_KEY(Kind.LOSES, "a primary key goes: rows may come to be the same, and then a downgrade fails"),
    DROP_UNIQUE(Kind.LOSES, "a unique key goes: rows may come to have the same values, and then a downgrade fails"),
    DROP_FOREIGN_KEY(Kind.LOSES, "a foreign key goes: rows may come to refer to none, and then a downgrade fails"),
    DROP_CHECK(Kind.LOSES, "a check goes: rows may come to break it, and then a downgrade fails"),
    DROP_INDEX(Kind.LOSES, "an index goes, and the queries that use it slow down"),
    DROP_ATTRIBUTE(Kind.LOSES, "a composite type loses an attribute, and every column of the type its values"),
    TRUNCATE_TABLE(Kind.LOSES, "a table loses all its rows"),
    GENERATE_COLUMN(Kind.LOSES, "a column's values are replaced by computed ones"),
    NARROW_TYPE(Kind.LOSES, "a column's type takes fewer values, or takes them less exactly"),
    RESPELL_VALUE(
            Kind.LOSES, "a column's values are kept, but not as they were written, which no downgrade brings back"),
    DROP_UNMANAGED_INDEX(Kind.LOSES, "an index that no revision made goes with what it stands on"),
    DROP_DEPENDENT_OBJECT(Kind.LOSES, "an object that no revision made goes with what it stands on"),
    DEPENDENT_OBJECT(Kind.FAILS, "an object that no revision made is in the way"),
    ADD_NOT_NULL_COLUMN(Kind.FAILS, "a new column must have a value, and the rows that are there get none"),
    CONVERT_TYPE(Kind.FAILS, "a column's values are read as those of another kind of type"),
    CONVERT_ENUM(Kind.FAILS, "names of an enum become numbers or numbers become names, by the order that it has now"),
    ASSUME_ZONE(Kind.FAILS, "times without a zone are taken for those of one"),
    ASSUME_DAY(Kind.FAILS, "times without a day are taken for those of 1970-01-01"),
    ASSUME_UNIT(Kind.FAILS, "numbers are taken for durations in nanoseconds, or durations become such numbers"),
    ASSUME_TRUTH(Kind.FAILS, "values of another type are taken for true or false, or stand for them from now on"),
    REORDER_ENUM(Kind.FAILS, "the numbers that rows hold for the constants of an enum may mean other constants now"),
    LEAVE_LARGE_OBJECTS(Kind.FAILS, "large objects stay behind that no row refers to any more"),
    REMOVE_ENUM_VALUE(Kind.FAILS, "a type loses values that rows may hold"),
    CREATE_INDEX(Kind.BLOCKS, "an index is built while writers wait"),
    ADD_PRIMARY_KEY(Kind.BLOCKS, "the index of a primary key is built while readers and writers wait"),
    ADD_UNIQUE(Kind.BLOCKS, "the index of a unique constraint is built while readers and writers wait"),
    ADD_EXCLUSION(Kind.BLOCKS, "the index of an exclusion constraint is built while readers and writers wait"),
    ADD_FOREIGN_KEY(Kind.BLOCKS, "every row is looked up while the writers of both tables wait"),
    ADD_CHECK(Kind.BLOCKS, "every row is checked while readers and writers wait"),
    SET_NOT_NULL(Kind.BLOCKS, "every row is checked for null while readers and writers wait"),
    VALIDATE_CONSTRAINT(Kind.BLOCKS, "a constraint is validated while a strong lock is held"),
    ALTER_COLUMN_TYPE(
            Kind.BLOCKS, "the table, or the indexes over a column, are written anew while readers and writers wait"),
    VOLATILE_DEFAULT(Kind.BLOCKS, "each row gets a value of its own, so that the table is written anew"),
    ADD_IDENTITY_COLUMN(Kind.BLOCKS, "each row gets a number, so that the table is written anew"),
    ADD_GENERATED_COLUMN(Kind.BLOCKS, "a value is computed for each row, so that the table is written anew"),
    REWRITE_TABLE(Kind.BLOCKS, "a table is written anew while readers and writers wait"),
    SCAN_TABLE(Kind.BLOCKS, "a table is read from end to end while others wait"),
    BACKFILL(Kind.BLOCKS, "the rows of a table are changed in one transaction, and stay locked until its end"),
    LOCK_HELD(Kind.BLOCKS, "a lock that blocks others is held while a later statement works on many rows"),
    RENAME_TABLE(Kind.BREAKS, "an application that still says the old name fails"),
    RENAME_COLUMN(Kind.BREAKS, "an application that still says the old name fails"),
    RENAME_VALUE(Kind.BREAKS, "an application that still says the old value fails, or does not find its rows");

    /** What a hazard is about. */
    public enum Kind {
        /** Rows, values, objects that are not Aludel's, or the guarantees and the speed that a constraint or an index gave are lost. */
        LOSES,
        /** The rows or objects that are there may make the upgrade fail, or mean something else after it. */
        FAILS,
        /** Others wait as long as the work takes, which grows with the table. A small table is none. */
        BLOCKS,
        /** An older version of the application that still runs fails. */
        BREAKS
    }

    private final Kind kind;
    private final String meaning;

    HazardCode(Kind kind, String meaning) {
        this.kind = kind;
        this.meaning = meaning;
    }

    /** As it is written: {@code drop-column}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Kind kind() {
        return kind;
    }

    /** What it says, in words that name no object. */
    public String meaning() {
        return meaning;
    }

    /** The hazard with a code. */
    public static Optional<HazardCode> of(String code) {
        return Stream.of(values()).filter(known -> known.code().equals(code)).findFirst();
    }

    @Override
    public String toString() {
        return code();
    }
}
