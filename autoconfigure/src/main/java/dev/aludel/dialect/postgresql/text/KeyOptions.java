package dev.aludel.dialect.postgresql.text;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows the columns of a unique constraint, taken apart: part of it belongs to the index, part to the constraint.
 *
 * @param include the columns that the index carries besides
 * @param storage storage parameters and tablespace, as an index has them
 * @param deferring with a blank before it; empty for none
 */
public record KeyOptions(List<String> include, String storage, String deferring) {

    public static KeyOptions of(Constraint key) {
        TokenReader reader = new TokenReader(key instanceof UniqueConstraint unique ? unique.options() : "");
        List<String> include = new ArrayList<>();
        StringBuilder storage = new StringBuilder();
        StringBuilder deferring = new StringBuilder();
        while (!reader.atEnd()) {
            if (reader.accept("include", "(")) {
                do {
                    include.add(reader.next().text());
                } while (reader.accept(","));
                reader.accept(")");
            } else if (reader.accept("with", "(")) {
                storage.append(" with (").append(reader.toClosing()).append(')');
            } else if (reader.accept("using", "index", "tablespace")) {
                storage.append(" tablespace ")
                        .append(Identifiers.quote(reader.next().text()));
            } else {
                Options.append(deferring, reader);
            }
        }
        return new KeyOptions(
                List.copyOf(include), storage.toString().strip(), deferring.isEmpty() ? "" : " " + deferring);
    }
}
