package dev.aludel.dialect.postgresql.conversion;

import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.TypeFamily;
import dev.aludel.dialect.postgresql.text.TypeName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Days, times and durations. Nothing depends on the session: a time without a zone is one of the application's zone, and one without a
 * day is of 1970-01-01, as Hibernate takes it.
 */
public final class TimeConversion {

    private static final String ZONED = "timestamp with time zone";
    private static final String ZONED_TIME = "time with time zone";

    private final ValueChange change;
    private final String value;
    private final String inZone;

    private TimeConversion(ValueChange change) {
        this.change = change;
        this.value = change.value();
        this.inZone = " at time zone " + Identifiers.literal(change.zone());
    }

    static @Nullable Conversion of(ValueChange change) {
        boolean from = isTime(change.old());
        boolean to = isTime(change.now());
        TimeConversion conversion = new TimeConversion(change);
        if (from && to) {
            Conversion found =
                    change.old().kind().equals(change.now().kind()) ? conversion.ofOneKind() : conversion.ofTwo();
            return conversion.isLessExact() ? found.and(Effect.ROUNDS) : found;
        }
        if (change.old().is("interval") && change.isTo(TypeFamily.NUMBER)) {
            return Conversion.of(
                    "extract(epoch from " + change.value() + ") * 1000000000", Effect.ASSUMES_UNIT, Effect.ROUNDS);
        }
        return change.isFrom(TypeFamily.NUMBER) && change.now().is("interval")
                ? Conversion.of(
                        "(" + change.value() + "::bigint / 1000) * interval '1 microsecond'",
                        Effect.ASSUMES_UNIT,
                        Effect.ROUNDS)
                : null;
    }

    private static boolean isTime(TypeName type) {
        return type.family() == TypeFamily.DATE_TIME || type.family() == TypeFamily.TIME;
    }

    private boolean isLessExact() {
        return !change.old().is("date")
                && change.now().argument(0, 6) < change.old().argument(0, 6);
    }

    private Conversion ofOneKind() {
        boolean fields = !change.now().base().equals("interval") && change.now().is("interval");
        return fields && !change.now().base().equals(change.old().base())
                ? Conversion.of(value, Effect.ROUNDS)
                : Conversion.of(value);
    }

    private Conversion ofTwo() {
        return switch (change.old().kind()) {
            case "date" -> ofDay();
            case "timestamp" -> ofLocal();
            case ZONED -> ofInstant();
            case "time" -> ofTime();
            case ZONED_TIME -> ofZonedTime();
            default -> ofInterval();
        };
    }

    private Conversion ofDay() {
        return switch (change.now().kind()) {
            case "timestamp" -> Conversion.of(value, Effect.NARROWS);
            case ZONED -> Conversion.of(value + "::timestamp" + inZone, Effect.ASSUMES_ZONE);
            default -> never();
        };
    }

    private Conversion ofLocal() {
        return switch (change.now().kind()) {
            case "date", "time" -> Conversion.of(value, Effect.ROUNDS);
            case ZONED -> Conversion.of(value + inZone, Effect.ASSUMES_ZONE);
            case ZONED_TIME -> Conversion.of(universalTime(value + inZone), Effect.ASSUMES_ZONE, Effect.ROUNDS);
            default -> never();
        };
    }

    private Conversion ofInstant() {
        return switch (change.now().kind()) {
            case "timestamp" -> Conversion.of(value + inZone, Effect.ASSUMES_ZONE);
            case "date", "time" ->
                Conversion.of("(" + value + inZone + ")::" + change.now().kind(), Effect.ASSUMES_ZONE, Effect.ROUNDS);
            case ZONED_TIME -> Conversion.of(universalTime(value), Effect.ROUNDS);
            default -> never();
        };
    }

    private Conversion ofTime() {
        return switch (change.now().kind()) {
            case "timestamp" -> Conversion.of("date '1970-01-01' + " + value, Effect.ASSUMES_DAY);
            case ZONED ->
                Conversion.of("(date '1970-01-01' + " + value + ")" + inZone, Effect.ASSUMES_DAY, Effect.ASSUMES_ZONE);
            case ZONED_TIME -> Conversion.of(withOffset(), Effect.ASSUMES_ZONE);
            case "interval" -> Conversion.of(value);
            default -> never();
        };
    }

    private Conversion ofZonedTime() {
        return switch (change.now().kind()) {
            case "timestamp" ->
                Conversion.of(
                        "(date '1970-01-01' + " + value + ")" + inZone,
                        Effect.ASSUMES_DAY,
                        Effect.ASSUMES_ZONE,
                        Effect.RESPELLS);
            case ZONED -> Conversion.of("date '1970-01-01' + " + value, Effect.ASSUMES_DAY, Effect.RESPELLS);
            case "time" -> Conversion.of(value, Effect.ROUNDS);
            case "interval" -> Conversion.of(value + "::time", Effect.ROUNDS);
            default -> never();
        };
    }

    /** More than a day is no time of one: the text of it is refused, where a cast would cut. */
    private Conversion ofInterval() {
        return switch (change.now().kind()) {
            case "time" -> Conversion.of(value + "::text::time", Effect.READS);
            case ZONED_TIME -> Conversion.of(withOffset(), Effect.READS, Effect.ASSUMES_ZONE);
            default -> never();
        };
    }

    private Conversion never() {
        return Conversion.of(change.refusal(), Effect.NEVER);
    }

    private static String universalTime(String instant) {
        return "((" + instant + " at time zone 'UTC')::time::text || '+00')::" + ZONED_TIME;
    }

    private String withOffset() {
        return "(" + value + "::text || " + Identifiers.literal(offset(change.zone())) + ")::" + ZONED_TIME;
    }

    /** A time of no day has the offset of its zone in 1970. */
    private static String offset(String zone) {
        try {
            String offset = ZoneId.of(zone).getRules().getOffset(Instant.EPOCH).getId();
            return offset.equals("Z") ? "+00" : offset;
        } catch (DateTimeException e) {
            return "+00";
        }
    }

    /** Whether the zone has each local time once: a time that it skips, or has twice, comes back as another. */
    public static boolean isFixed(String zone) {
        try {
            return ZoneId.of(zone).getRules().isFixedOffset();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
