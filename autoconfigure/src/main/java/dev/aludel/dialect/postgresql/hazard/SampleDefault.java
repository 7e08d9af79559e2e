package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;

/** An option that gives rows a value, to be taken over and changed: {@code --default users.active=false}. */
final class SampleDefault {

    private SampleDefault() {}

    static String of(ObjectName table, Column column) {
        return "--default " + table + "." + column.name() + "=" + value(column);
    }

    private static String value(Column column) {
        TypeName type = TypeName.of(column.type());
        if (type.array()) {
            return "\"'{}'\"";
        }
        return switch (type.family()) {
            case NUMBER -> "0";
            case TEXT ->
                column.values().constants().isEmpty()
                        ? "\"''\""
                        : "\"'" + column.values().constants().get(0) + "'\"";
            case DATE_TIME -> type.is("date") ? "current_date" : "\"now()\"";
            case TIME -> type.is("interval") ? "\"interval '0'\"" : "\"'00:00'\"";
            case JSON -> "\"'{}'\"";
            case BIT -> "\"b'0'\"";
            case NETWORK -> "\"'0.0.0.0'\"";
            case OTHER -> type.is("boolean") ? "false" : type.is("uuid") ? "\"gen_random_uuid()\"" : "\"...\"";
        };
    }
}
