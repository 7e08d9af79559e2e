package dev.aludel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an entity, an attribute or a constant of an enum was called otherwise, so that its table, column or value is renamed, with
 * all its rows, and not dropped and made anew.
 *
 * <pre>{@code
 * @Entity
 * @RenamedFrom("User")
 * class Account {
 *     @RenamedFrom("name") String fullName;
 *     @ManyToOne @RenamedFrom("manager") Account superior;
 * }
 * }</pre>
 *
 * <p>The old name is that of the entity or attribute in Java, or that of the table ({@code users}, {@code audit.users}) or column
 * in the database. Of an attribute with several columns, or with a table of its own, all follow that are named after it. What is
 * named after the table or column follows too: keys, constraints, indexes, sequences, and the tables and columns that refer to it.
 *
 * <p>On a constant of an enum it says that rows hold it under another name: the value of a named enumeration is renamed, and texts in a
 * column are changed.
 *
 * <pre>{@code
 * enum Mood { @RenamedFrom("INACTIVE") PAUSED, OK }
 * }</pre>
 *
 * <p>It counts only while the database has the old name and lacks the new one: it may stay in the code, for databases that are
 * yet to be upgraded.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface RenamedFrom {

    /** The old name; several where it was renamed more than once. */
    String[] value();
}
