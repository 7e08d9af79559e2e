package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.Hazard;
import dev.aludel.dialect.HazardCode;
import dev.aludel.operation.AlterColumn;
import dev.aludel.schema.Column;
import java.util.ArrayList;
import java.util.List;

/** What a change of a column's type does to the values that are there, with a query that finds those in question. */
final class TypeHazards {

    private final PostgresRenderer sql;
    private final AlterColumn operation;
    private final Column before;
    private final Column after;
    private final TypeName old;
    private final TypeName now;

    TypeHazards(PostgresRenderer sql, AlterColumn operation) {
        this.sql = sql;
        this.operation = operation;
        this.before = operation.before();
        this.after = operation.after();
        this.old = TypeName.of(before.type());
        this.now = TypeName.of(after.type());
    }

    List<Hazard> hazards() {
        TypeChange change = TypeChange.between(before, after);
        if (change == TypeChange.KEEPS && !isZoned()) {
            return List.of();
        }
        List<Hazard> hazards = new ArrayList<>();
        if (KnownConversion.readsConstants(before, after)) {
            hazards.add(Hazard.of(
                    HazardCode.CONVERT_ENUM,
                    operation.table(),
                    "Column '" + place() + "' is converted by the order that the enum has now: "
                            + KnownConversion.ordinals(before, after) + ".",
                    "If the order changed as well, mend the using clause."));
            return hazards;
        }
        if (isZoned()) {
            hazards.add(Hazard.of(
                    HazardCode.ASSUME_ZONE,
                    operation.table(),
                    "Column '" + place()
                            + "' is converted between times with and without a zone: those without are taken for times of '"
                            + KnownConversion.zone(before, after)
                            + "' (hibernate.jdbc.time_zone, else the zone of the JVM that writes the revision).",
                    "If the application kept them in another, change the using clause."));
        }
        if (isKnown() || (isZoned() && change == TypeChange.CONVERTS)) {
            return hazards;
        }
        if (isNever()) {
            hazards.add(Hazard.of(
                            HazardCode.CONVERT_TYPE,
                            operation.table(),
                            "Column '" + place() + "' becomes a " + now + ", which no " + old
                                    + " can be: the upgrade fails as soon as a row has a value.",
                            "Add a new column, fill it and carry the references over, or empty the table first.")
                    .asking(
                            "select count(%s) from %s".formatted(sql.quote(after.name()), sql.quote(operation.table())),
                            "have a value that cannot be converted"));
            return hazards;
        }
        change.hazard(operation.table(), after.name()).map(this::withQuery).ifPresent(hazards::add);
        return hazards;
    }

    private boolean isZoned() {
        return before.generated() == null && after.generated() == null && KnownConversion.assumesZone(before, after);
    }

    /** Conversions that keep what Hibernate means by a value. */
    private boolean isKnown() {
        boolean uuid = (old.is("bytea") && now.is("uuid")) || (old.is("uuid") && now.is("bytea"));
        boolean flag = old.is("boolean") && (now.family() == TypeFamily.BIT || now.family() == TypeFamily.NUMBER);
        return uuid || flag || isWrapped() || (old.is("interval") && now.is("numeric"));
    }

    /** A value becomes the JSON that means it, or an array of one. */
    private boolean isWrapped() {
        boolean text = old.family() == TypeFamily.TEXT || old.is("bytea") || old.is("oid");
        boolean json = old.family() != TypeFamily.JSON && now.family() == TypeFamily.JSON;
        boolean array = !old.array() && now.array() && Conversion.isAssigned(old, now.element());
        return !text && (json || array);
    }

    private boolean isNever() {
        boolean number = old.family() == TypeFamily.NUMBER && now.is("uuid");
        return number || (old.is("uuid") && now.family() == TypeFamily.NUMBER);
    }

    private String place() {
        return operation.table() + "." + after.name();
    }

    private Hazard withQuery(Hazard hazard) {
        String condition = Misfits.condition(sql.quote(after.name()), old, now);
        return condition == null
                ? hazard
                : hazard.withMessage(hazard.message() + " These are: select * from " + sql.quote(operation.table())
                                + " where " + condition + ";")
                        .asking(
                                "select count(*) from " + sql.quote(operation.table()) + " where " + condition,
                                hazard.losesRows()
                                        ? "have a value that is rounded or cut"
                                        : "have a value that does not fit");
    }
}
