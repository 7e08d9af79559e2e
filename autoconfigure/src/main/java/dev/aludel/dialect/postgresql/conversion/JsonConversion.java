package dev.aludel.dialect.postgresql.conversion;

import dev.aludel.dialect.postgresql.text.TypeFamily;
import dev.aludel.dialect.postgresql.text.TypeName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How values get into JSON and out of it. A text is taken for JSON, since that is what Hibernate stores of a string that is mapped
 * so; any other value becomes the JSON that means it: an array an array, a composite value an object.
 */
final class JsonConversion {

    private JsonConversion() {}

    static @Nullable Conversion of(ValueChange change) {
        if (change.isFrom(TypeFamily.JSON)) {
            return fromJson(change);
        }
        return change.isTo(TypeFamily.JSON) ? toJson(change) : null;
    }

    private static Conversion toJson(ValueChange change) {
        TypeName old = change.old();
        boolean normalized = change.now().is("jsonb");
        String text = old.is("bytea")
                ? "convert_from(" + change.value() + ", 'UTF8')"
                : old.is("oid")
                        ? "convert_from(lo_get(" + change.value() + "), 'UTF8')"
                        : change.isFrom(TypeFamily.TEXT) ? change.text() : null;
        if (text != null) {
            Conversion read = Conversion.of(text + "::" + change.now(), Effect.READS);
            Conversion spelled = normalized ? read.and(Effect.RESPELLS) : read;
            return old.is("oid") ? spelled.and(Effect.LEAVES_OBJECTS) : spelled;
        }
        Conversion meant = Conversion.of("to_" + change.now() + "(" + change.value() + ")");
        boolean ofJson = old.array() && old.element().family() == TypeFamily.JSON;
        return ofJson || (!old.array() && !old.builtIn()) ? meant.and(Effect.RESPELLS) : meant;
    }

    private static @Nullable Conversion fromJson(ValueChange change) {
        TypeName now = change.now();
        if (change.isTo(TypeFamily.JSON)) {
            return now.is("jsonb")
                    ? Conversion.of(change.value(), Effect.READS, Effect.RESPELLS)
                    : Conversion.of(change.value());
        }
        if (change.isTo(TypeFamily.TEXT) || now.is("bytea") || now.is("oid")) {
            return null; // the text of the JSON itself
        }
        if (now.array() || !now.builtIn()) {
            return TypedReader.of(change.value() + (change.old().is("jsonb") ? "" : "::jsonb"), now);
        }
        Conversion read = Conversion.of(change.between("(" + change.value() + " #>> '{}')", TypeName.of("text"), now));
        return read.and(Set.of(Effect.READS, Effect.RESPELLS));
    }
}
