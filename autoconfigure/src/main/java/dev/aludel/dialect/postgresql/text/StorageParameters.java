package dev.aludel.dialect.postgresql.text;

import java.util.List;
import java.util.stream.Collectors;

/** StorageParameters parameters and tablespace of an index, as they stand in SQL. */
public final class StorageParameters {

    private StorageParameters() {}

    /** {@code (fillfactor=70, buffering=off)} of what the server keeps as {@code fillfactor=70} and so on. */
    public static String text(List<String> parameters) {
        return parameters.stream()
                .map(parameter -> {
                    int equals = parameter.indexOf('=');
                    String value = parameter.substring(equals + 1);
                    boolean plain =
                            !value.isEmpty() && value.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
                    return parameter.substring(0, equals) + "=" + (plain ? value : Identifiers.literal(value));
                })
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
