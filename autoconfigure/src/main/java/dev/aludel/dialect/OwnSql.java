package dev.aludel.dialect;

import dev.aludel.schema.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL of the engine's own statements over the version table. They may run amid a script, whatever that has set; so each function and
 * operator is spelled so that nothing in a user's schema can stand in its place.
 */
public interface OwnSql {

    /** The condition that two values are equal. */
    String equal(String left, String right);

    /** The condition that two values differ. */
    String unequal(String left, String right);

    /** The condition that a number is above another. */
    String above(String left, String right);

    /** The condition that a value is one of several literals. */
    String isOneOf(String value, List<String> literals);

    /** The highest number of a column, 0 where there is none. */
    String highest(String column);

    /** The sum of two numbers. */
    String sum(String left, String right);

    /** The number of rows. */
    String count();

    /** Texts in a row; a null among them is passed over. */
    String concatenated(String... texts);

    /** A text that may be null, such as a parameter. */
    String text(String value);

    /** The present time, as {@link #bind} keeps one. */
    String now();

    /** The user who runs the statement. */
    String user();

    /** A truth value as a literal. */
    String truth(boolean value);

    /** Gives a statement a point in time. */
    void bind(PreparedStatement statement, int index, Instant moment) throws SQLException;

    /** Reads a point in time; null where there is none. */
    @Nullable
    Instant moment(ResultSet row, String column) throws SQLException;

    /** The version table with the types of this database. */
    Table typed(Table versionTable);

    /** The statements that make a table, with its comment, or what stands for one. */
    List<String> creation(Table table);
}
