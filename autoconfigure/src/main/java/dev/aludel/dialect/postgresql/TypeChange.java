package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.Hazard;
import dev.aludel.dialect.HazardCode;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.OutgoingName;
import java.util.List;
import java.util.Optional;

/** What a change of a column's type does to the values that are there. */
enum TypeChange {
    /** Every value stays what it is. */
    KEEPS,
    /** A value that does not fit stops the upgrade. */
    MAY_FAIL,
    /** Values are rounded or cut. */
    LOSES,
    /** Values are read in another way, through text or a cast; what cannot be read stops the upgrade. */
    CONVERTS;

    private static final List<String> WHOLE = List.of("smallint", "integer", "bigint");
    private static final int UNLIMITED = Integer.MAX_VALUE;

    static TypeChange between(Column before, Column after) {
        if (before.type().equals(after.type()) || before.generated() != null || after.generated() != null) {
            return KEEPS;
        }
        if (OutgoingName.isBetween(before.type(), after.type())) {
            return KEEPS; // what the new type cannot take is told where the types change places
        }
        TypeName old = TypeName.of(before.type());
        TypeName now = TypeName.of(after.type());
        if (!Conversion.isAssigned(old, now)) {
            return old.family() == TypeFamily.NUMBER && now.is("boolean") ? LOSES : CONVERTS;
        }
        return switch (now.family()) {
            case TEXT -> toText(old, now);
            case NUMBER -> toNumber(old, now);
            case DATE_TIME, TIME -> toTime(old, now);
            default -> KEEPS;
        };
    }

    Optional<Hazard> hazard(ObjectName table, String column) {
        String place = table + "." + column;
        return switch (this) {
            case KEEPS -> Optional.empty();
            case MAY_FAIL ->
                Optional.of(Hazard.of(
                                HazardCode.NARROW_TYPE,
                                table,
                                "Column '" + place + "' becomes narrower: the upgrade fails when a value does not fit.",
                                "Look for such values first, and shorten them in this revision.")
                        .withLoss(false));
            case LOSES ->
                Optional.of(Hazard.of(
                        HazardCode.NARROW_TYPE,
                        table,
                        "Column '" + place
                                + "' becomes less exact: its values are rounded or cut, and no downgrade brings them back.",
                        "Keep the exact values in another column first if they may be needed."));
            case CONVERTS ->
                Optional.of(Hazard.of(
                        HazardCode.CONVERT_TYPE,
                        table,
                        "Column '" + place
                                + "' gets a type of another kind: a value that cannot be read as one stops the upgrade, and another may change its meaning.",
                        "See to the using clause, or add a new column and fill it."));
        };
    }

    private static TypeChange toText(TypeName old, TypeName now) {
        int before = old.family() == TypeFamily.TEXT ? old.argument(0, length(old)) : UNLIMITED;
        return now.argument(0, length(now)) < before ? MAY_FAIL : KEEPS;
    }

    private static int length(TypeName type) {
        return type.is("char") ? 1 : UNLIMITED;
    }

    private static TypeChange toNumber(TypeName old, TypeName now) {
        if (WHOLE.contains(now.kind())) {
            if (!WHOLE.contains(old.kind())) {
                return LOSES;
            }
            return WHOLE.indexOf(now.kind()) < WHOLE.indexOf(old.kind()) ? MAY_FAIL : KEEPS;
        }
        if (now.is("numeric")) {
            return toNumeric(old, now);
        }
        boolean exact = old.is("smallint")
                || old.kind().equals(now.kind())
                || (now.is("double precision") && (old.is("integer") || old.is("real")));
        return exact ? KEEPS : LOSES;
    }

    private static TypeChange toNumeric(TypeName old, TypeName now) {
        if (now.arguments().isEmpty()) {
            return KEEPS;
        }
        boolean counted = old.is("numeric") && !old.arguments().isEmpty();
        if (!counted && !WHOLE.contains(old.kind())) {
            return LOSES;
        }
        int scale = counted ? old.argument(1, 0) : 0;
        int whole = counted ? old.argument(0, 0) - scale : List.of(5, 10, 19).get(WHOLE.indexOf(old.kind()));
        if (now.argument(1, 0) < scale) {
            return LOSES;
        }
        return now.argument(0, 0) - now.argument(1, 0) < whole ? MAY_FAIL : KEEPS;
    }

    /** A day has no time, a time no day, and {@code timestamp(3)} no microseconds; zones are read as the session's. */
    private static TypeChange toTime(TypeName old, TypeName now) {
        if (old.kind().equals(now.kind())) {
            return now.argument(0, 6) < old.argument(0, 6) ? LOSES : KEEPS;
        }
        boolean keeps = old.is("date") || (old.is("time") && now.is("interval"));
        return keeps ? KEEPS : now.is("date") || now.family() != old.family() ? LOSES : CONVERTS;
    }
}
