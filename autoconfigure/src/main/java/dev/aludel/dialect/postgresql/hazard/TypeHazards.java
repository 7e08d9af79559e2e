package dev.aludel.dialect.postgresql.hazard;

import static java.util.stream.Collectors.joining;

import dev.aludel.dialect.postgresql.conversion.Conversion;
import dev.aludel.dialect.postgresql.conversion.Effect;
import dev.aludel.dialect.postgresql.conversion.TimeConversion;
import dev.aludel.dialect.postgresql.conversion.ValueChange;
import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.dialect.postgresql.text.TypeFamily;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.operation.AlterColumn;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The hazards of a change of a column's type, each with a query that finds the values in question where a simple one does. */
final class TypeHazards {

    private final PostgresRenderer sql;
    private final ObjectName table;
    private final Column before;
    private final Column after;
    private final ValueChange change;
    private final Conversion conversion;
    private final String place;
    private final List<Hazard> hazards = new ArrayList<>();

    TypeHazards(PostgresRenderer sql, AlterColumn operation) {
        this(sql, operation.table(), operation.before(), operation.after());
    }

    /** Of an attribute, whose place is the type that has it. */
    TypeHazards(PostgresRenderer sql, ObjectName table, Column before, Column after) {
        this.sql = sql;
        this.table = table;
        this.before = before;
        this.after = after;
        this.change = ValueChange.of(sql.quote(after.name()), before, after);
        this.conversion = Conversion.of(change);
        this.place = "'" + table + "." + after.name() + "'";
    }

    List<Hazard> hazards() {
        if (before.generated() != null || after.generated() != null) {
            return List.of();
        }
        assumptions();
        readings();
        losses();
        return List.copyOf(hazards);
    }

    /** The hazards without their queries, which look into a column. */
    List<Hazard> ofAttribute() {
        return hazards().stream()
                .map(hazard -> Hazard.of(hazard.kind(), hazard.object(), hazard.message(), hazard.safe())
                        .withLoss(hazard.losesRows()))
                .toList();
    }

    private boolean has(Effect effect) {
        return conversion.has(effect);
    }

    private Hazard add(HazardCode code, String message, String safe) {
        Hazard hazard = Hazard.of(code, table, "Column " + place + " " + message, safe);
        hazards.add(hazard);
        return hazard;
    }

    private void assumptions() {
        if (has(Effect.READS_CONSTANTS)) {
            add(
                    HazardCode.CONVERT_ENUM,
                    "is converted by the order that the enum has now: " + ordinals() + ".",
                    "If the order changed as well, mend the using clause.");
        }
        if (has(Effect.ASSUMES_TRUTH)) {
            Hazard truth = add(
                            HazardCode.ASSUME_TRUTH,
                            truths(),
                            "If the application means it otherwise, change the using clause.")
                    .withLoss(has(Effect.ROUNDS));
            replaceLast(change.isFrom(TypeFamily.NUMBER) ? withQuery(truth) : truth);
        }
        if (has(Effect.ASSUMES_ZONE)) {
            boolean fixed = TimeConversion.isFixed(change.zone());
            replaceLast(add(
                            HazardCode.ASSUME_ZONE,
                            "is converted between times with and without a zone: those without are taken for times of '"
                                    + change.zone()
                                    + "' (hibernate.jdbc.time_zone, else the zone of the JVM that writes the revision)."
                                    + (fixed
                                            ? ""
                                            : " A local time that the zone skips or has twice when clocks change is"
                                                    + " not told from the other one, and comes back as that."),
                            "If the application kept them in another, change the using clause.")
                    .withLoss(!fixed));
        }
        if (has(Effect.ASSUMES_DAY)) {
            add(
                    HazardCode.ASSUME_DAY,
                    "gets times of the day 1970-01-01, as Hibernate stores a time of no day; 24:00 becomes 0:00 of the"
                            + " next day.",
                    "If another day is meant, change the using clause.");
        }
        if (has(Effect.ASSUMES_UNIT)) {
            replaceLast(add(
                            HazardCode.ASSUME_UNIT,
                            "is converted between an interval and nanoseconds, in which Hibernate stores a Duration:"
                                    + " parts of a microsecond are cut, and a month counts as 30 days, a day as 24 hours.",
                            "If the numbers count another unit, change the using clause.")
                    .withLoss(true));
        }
    }

    private void replaceLast(Hazard hazard) {
        hazards.set(hazards.size() - 1, hazard);
    }

    private String ordinals() {
        List<String> names = change.constants();
        return IntStream.range(0, names.size())
                .mapToObj(ordinal -> names.get(ordinal) + " = " + ordinal)
                .collect(joining(", "));
    }

    /** Which values become what. */
    private String truths() {
        boolean from = change.old().is("boolean");
        if (change.isFrom(TypeFamily.NUMBER)) {
            return "becomes a boolean: 0 is taken for false and any other number for true, which a downgrade brings"
                    + " back as 0 and 1.";
        }
        if (change.isFrom(TypeFamily.BIT)) {
            return "becomes a boolean: false where no bit is set, else true, of which a downgrade brings back the last"
                    + " bit alone.";
        }
        if (!change.constants().isEmpty() && !change.isTo(TypeFamily.NUMBER) && has(Effect.ASSUMES_TRUTH)) {
            String first = change.constants().get(0);
            String second = change.constants().get(1);
            return from
                    ? "becomes an enum: false becomes '" + first + "' and true '" + second + "', by their order."
                    : "becomes a boolean: '" + first + "' is taken for false and '" + second
                            + "' for true, by their order; any other value stops the upgrade.";
        }
        if (change.isFrom(TypeFamily.TEXT)) {
            return "becomes a boolean: t, true, y, yes, on and 1 are taken for true, f, false, n, no, off and 0 for"
                    + " false; any other text stops the upgrade.";
        }
        return "was a boolean: false becomes " + (change.isTo(TypeFamily.TEXT) ? "'N' and true 'Y'." : "0 and true 1.")
                + (change.isTo(TypeFamily.NUMBER) && !change.constants().isEmpty()
                        ? " They mean " + ordinals() + "."
                        : "");
    }

    private void readings() {
        if (has(Effect.NEVER)) {
            hazards.add(Hazard.of(
                            HazardCode.CONVERT_TYPE,
                            table,
                            "Column " + place + " becomes a " + change.now() + ", which no " + change.old()
                                    + " can be: the upgrade fails as soon as a row has a value.",
                            "Add a new column, fill it and carry the references over, or empty the table first.")
                    .asking(
                            "select count(%s) from %s".formatted(sql.quote(after.name()), sql.quote(table)),
                            "have a value that cannot be converted"));
        } else if (has(Effect.READS) && !has(Effect.READS_CONSTANTS)) {
            hazards.add(withQuery(Hazard.of(
                    HazardCode.CONVERT_TYPE,
                    table,
                    "Column " + place
                            + " gets a type of another kind: a value that cannot be read as one stops the upgrade, and"
                            + " another may change its meaning.",
                    "See to the using clause, or add a new column and fill it.")));
        }
    }

    private void losses() {
        boolean told = has(Effect.ASSUMES_TRUTH) || has(Effect.ASSUMES_UNIT);
        if (has(Effect.ROUNDS) && !told) {
            hazards.add(withQuery(Hazard.of(
                    HazardCode.NARROW_TYPE,
                    table,
                    "Column " + place
                            + " becomes less exact: its values are rounded or cut, and no downgrade brings them back.",
                    "Keep the exact values in another column first if they may be needed.")));
        } else if (has(Effect.NARROWS)) {
            String blanks = change.isFrom(TypeFamily.TEXT) ? ", and blanks at its end that do not fit are cut off" : "";
            hazards.add(withQuery(Hazard.of(
                            HazardCode.NARROW_TYPE,
                            table,
                            "Column " + place + " becomes narrower: the upgrade fails when a value does not fit"
                                    + blanks + ".",
                            "Look for such values first, and shorten them in this revision.")
                    .withLoss(false)));
        } else if (has(Effect.TRIMS)) {
            hazards.add(asking(
                    Hazard.of(
                            HazardCode.NARROW_TYPE,
                            table,
                            "Column " + place
                                    + " pads its values with blanks from now on: those at the end of a value are no"
                                    + " part of it any more, and no downgrade brings them back.",
                            ""),
                    change.value() + " like '% '"));
        }
        if (has(Effect.EMPTIES)) {
            hazards.add(asking(
                    Hazard.of(
                            HazardCode.NARROW_TYPE,
                            table,
                            "Column " + place + " becomes a single value: an array without any becomes null.",
                            "An array of more than one value stops the upgrade: shorten it in this revision."),
                    "num_nonnulls(variadic " + change.value() + ") = 0"));
        }
        if (has(Effect.RESPELLS)) {
            add(
                    HazardCode.RESPELL_VALUE,
                    "keeps its values as a " + change.now()
                            + " writes them: spelling, order and what means nothing to that type do not come back with"
                            + " a downgrade.",
                    "Keep the exact values in another column first if they may be needed.");
        }
        if (has(Effect.LEAVES_OBJECTS)) {
            hazards.add(LargeObjects.of(sql, table, before));
        }
    }

    private Hazard withQuery(Hazard hazard) {
        return asking(hazard, UnconvertibleValues.condition(change.value(), change.old(), change.now()));
    }

    private Hazard asking(Hazard hazard, @Nullable String condition) {
        return condition == null
                ? hazard
                : hazard.withMessage(hazard.message() + " These are: select * from " + sql.quote(table) + " where "
                                + condition + ";")
                        .asking(
                                "select count(*) from " + sql.quote(table) + " where " + condition,
                                hazard.losesRows()
                                        ? "have a value that is rounded or cut"
                                        : "have a value that does not fit");
    }
}
