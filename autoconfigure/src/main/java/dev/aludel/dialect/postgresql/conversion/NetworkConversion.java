package dev.aludel.dialect.postgresql.conversion;

import dev.aludel.dialect.postgresql.text.TypeFamily;
import org.jspecify.annotations.Nullable;

/** Addresses of hosts, networks and devices. */
final class NetworkConversion {

    private NetworkConversion() {}

    static @Nullable Conversion of(ValueChange change) {
        if (change.isBetween("inet", "cidr")) {
            // the server's own assignment would zero the bits of a host within its network
            return Conversion.of(change.value() + "::text::cidr", Effect.READS);
        }
        if (change.isBetween("cidr", "inet")) {
            return Conversion.of(change.value());
        }
        if (change.isBetween("macaddr", "macaddr8")) {
            return Conversion.of(change.value());
        }
        if (change.isBetween("macaddr8", "macaddr")) {
            return Conversion.of(change.value(), Effect.READS);
        }
        return change.old().is("inet") && change.isTo(TypeFamily.TEXT)
                ? TextConversion.toText(change, "abbrev(" + change.value() + ")") // the cast would write 10.0.0.1/32
                : null;
    }
}
