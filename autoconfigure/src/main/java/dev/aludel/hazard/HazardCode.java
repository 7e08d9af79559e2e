package dev.aludel.hazard;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every kind of hazard. Its code is a contract: it stands in {@code aludel.hazards.<code>}, in scripts and in reports.
 */
public enum HazardCode {
    DROP_TABLE(Kind.LOSES, "drops a table with all its rows"),
    DROP_COLUMN(Kind.LOSES, "drops a column with its values"),
    DROP_SEQUENCE(Kind.LOSES, "drops a sequence and its position"),
    DROP_PRIMARY_KEY(Kind.LOSES, "drops a primary key; a later downgrade fails if rows are equal by then"),
    DROP_UNIQUE(Kind.LOSES, "drops a unique key; a later downgrade fails if values are equal by then"),
    DROP_FOREIGN_KEY(Kind.LOSES, "drops a foreign key; a later downgrade fails if rows refer to nothing by then"),
    DROP_CHECK(Kind.LOSES, "drops a check; a later downgrade fails if rows violate it by then"),
    DROP_INDEX(Kind.LOSES, "drops an index; the queries that use it become slower"),
    DROP_ATTRIBUTE(Kind.LOSES, "drops an attribute of a composite type, with its values in every column of the type"),
    TRUNCATE_TABLE(Kind.LOSES, "removes all rows of a table"),
    GENERATE_COLUMN(Kind.LOSES, "replaces the values of a column with computed ones"),
    NARROW_TYPE(Kind.LOSES, "changes a column to a type that holds fewer values, or less exact ones"),
    RESPELL_VALUE(Kind.LOSES, "keeps the values of a column, but not their spelling, which no downgrade restores"),
    DROP_UNMANAGED_INDEX(Kind.LOSES, "drops an unmanaged index together with what it depends on"),
    DROP_DEPENDENT_OBJECT(Kind.LOSES, "drops an unmanaged object together with what it depends on"),
    DEPENDENT_OBJECT(Kind.FAILS, "fails because an unmanaged object depends on what changes"),
    ADD_NOT_NULL_COLUMN(Kind.FAILS, "adds a not-null column without a value for existing rows"),
    CONVERT_TYPE(Kind.FAILS, "reads the values of a column as another kind of type"),
    CONVERT_ENUM(Kind.FAILS, "converts the names of an enum to numbers or back, by its current order"),
    ASSUME_ZONE(Kind.FAILS, "assumes a time zone for times without one"),
    ASSUME_DAY(Kind.FAILS, "assumes the day 1970-01-01 for times without a day"),
    ASSUME_UNIT(Kind.FAILS, "assumes that numbers are durations in nanoseconds, or converts durations to such numbers"),
    ASSUME_TRUTH(Kind.FAILS, "assumes which values of another type mean true and false"),
    REORDER_ENUM(Kind.FAILS, "changes which constant of an enum a stored number means"),
    LEAVE_LARGE_OBJECTS(Kind.FAILS, "leaves large objects to which no row refers"),
    REMOVE_ENUM_VALUE(Kind.FAILS, "removes values from a type that rows may hold"),
    CREATE_INDEX(Kind.BLOCKS, "builds an index while writers wait"),
    ADD_PRIMARY_KEY(Kind.BLOCKS, "builds the index of a primary key while readers and writers wait"),
    ADD_UNIQUE(Kind.BLOCKS, "builds the index of a unique constraint while readers and writers wait"),
    ADD_EXCLUSION(Kind.BLOCKS, "builds the index of an exclusion constraint while readers and writers wait"),
    ADD_FOREIGN_KEY(Kind.BLOCKS, "checks a foreign key for every row while the writers of both tables wait"),
    ADD_CHECK(Kind.BLOCKS, "checks every row while readers and writers wait"),
    SET_NOT_NULL(Kind.BLOCKS, "checks every row for null while readers and writers wait"),
    VALIDATE_CONSTRAINT(Kind.BLOCKS, "validates a constraint while a strong lock is held"),
    ALTER_COLUMN_TYPE(Kind.BLOCKS, "rewrites the table, or the indexes of a column, while readers and writers wait"),
    VOLATILE_DEFAULT(Kind.BLOCKS, "rewrites the table to give each row a value of its own"),
    ADD_IDENTITY_COLUMN(Kind.BLOCKS, "rewrites the table to give each row a number"),
    ADD_GENERATED_COLUMN(Kind.BLOCKS, "rewrites the table to compute a value for each row"),
    REWRITE_TABLE(Kind.BLOCKS, "rewrites a table while readers and writers wait"),
    SCAN_TABLE(Kind.BLOCKS, "reads a whole table while others wait"),
    BACKFILL(Kind.BLOCKS, "changes the rows of a table in one transaction, which locks them until it ends"),
    LOCK_HELD(Kind.BLOCKS, "holds a blocking lock while a later statement works on many rows"),
    RENAME_TABLE(Kind.BREAKS, "breaks an application that still uses the old name"),
    RENAME_COLUMN(Kind.BREAKS, "breaks an application that still uses the old name"),
    RENAME_VALUE(Kind.BREAKS, "breaks an application that still uses the old value, or hides its rows");

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
