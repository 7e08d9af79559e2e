package dev.aludel.dialect.postgresql.conversion;

import dev.aludel.dialect.postgresql.text.TypeFamily;
import dev.aludel.dialect.postgresql.text.TypeName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bytes, and the large objects that an {@code oid} is the number of. Text in bytes is UTF-8, as everywhere in Java; a UUID is 16 bytes;
 * any other value is its text.
 */
final class BinaryConversion {

    private BinaryConversion() {}

    static @Nullable Conversion of(ValueChange change) {
        TypeName old = change.old();
        TypeName now = change.now();
        if (old.is("oid") && isContent(now)) {
            String content = "lo_get(" + change.value() + ")";
            Conversion found =
                    now.is("bytea") ? Conversion.of(content) : of(change.between(content, TypeName.of("bytea"), now));
            return found == null ? null : found.and(Set.of(Effect.READS, Effect.LEAVES_OBJECTS));
        }
        if (now.is("oid") && isContent(old)) {
            Conversion bytes = old.is("bytea")
                    ? Conversion.of(change.value())
                    : of(change.between(change.value(), old, TypeName.of("bytea")));
            return bytes == null ? null : Conversion.of("lo_from_bytea(0, " + bytes.expression() + ")");
        }
        if (old.is("bytea")) {
            return fromBytes(change);
        }
        if (!now.is("bytea")) {
            return null;
        }
        return Conversion.of(
                old.is("uuid") ? "uuid_send(" + change.value() + ")" : "convert_to(" + change.text() + ", 'UTF8')");
    }

    private static Conversion fromBytes(ValueChange change) {
        if (change.now().is("uuid")) {
            return Conversion.of("encode(" + change.value() + ", 'hex')::uuid", Effect.READS);
        }
        String text = "convert_from(" + change.value() + ", 'UTF8')";
        return change.isTo(TypeFamily.TEXT)
                ? TextConversion.toText(change, text).and(Effect.READS)
                : Conversion.of(change.between(text, TypeName.of("text"), change.now()))
                        .and(Effect.READS);
    }

    private static boolean isContent(TypeName type) {
        return type.is("bytea")
                || type.is("xml")
                || type.family() == TypeFamily.TEXT
                || type.family() == TypeFamily.JSON;
    }
}
