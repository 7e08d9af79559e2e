package dev.aludel.dialect.postgresql.text;

import dev.aludel.operation.AlterTableOptions;
import dev.aludel.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How tables are stored: read from a mapping's text and from the catalogue, and written (PostgreSQL manual, CREATE TABLE). */
public final class TableStorage {

    private static final Set<String> CLAUSES =
            Set.of("with", "without", "tablespace", "partition", "using", "inherits", "on");

    private TableStorage() {}

    /** {@code with (fillfactor = 70) tablespace fast} by its parts; what is neither stays text. */
    public static TableOptions normal(TableOptions options) {
        TokenReader reader = new TokenReader(options.creation());
        List<String> parameters = new ArrayList<>();
        StringBuilder others = new StringBuilder();
        String tablespace = null;
        while (!reader.atEnd()) {
            if (reader.accept("with", "(")) {
                parameters.addAll(parameters(reader));
            } else if (reader.accept("tablespace")) {
                tablespace = Identifiers.truncated(reader.next().text());
            } else {
                others.append(others.isEmpty() ? "" : " ").append(clause(reader));
            }
        }
        return new TableOptions(
                parameters.stream().sorted().toList(), isDefault(tablespace) ? null : tablespace, others.toString());
    }

    private static boolean isDefault(@Nullable String tablespace) {
        return "pg_default".equals(tablespace);
    }

    private static List<String> parameters(TokenReader reader) {
        List<String> parameters = new ArrayList<>();
        StringBuilder parameter = new StringBuilder();
        while (!reader.atEnd() && !reader.accept(")")) {
            if (reader.accept(",")) {
                parameters.add(complete(parameter));
                parameter.setLength(0);
            } else {
                parameter.append(reader.next().text());
            }
        }
        parameters.add(complete(parameter));
        return parameters;
    }

    private static String complete(StringBuilder parameter) {
        String text = parameter.toString().toLowerCase(Locale.ROOT);
        return text.contains("=") ? text : text + "=true";
    }

    private static String clause(TokenReader reader) {
        int from = reader.position();
        do {
            if (reader.next().is("(")) {
                reader.toClosing();
            }
        } while (!reader.atEnd() && !CLAUSES.contains(reader.peek().text()));
        return reader.text(from, reader.position());
    }

    /** What follows a table's definition, with a blank before each clause. */
    public static String clauses(TableOptions options) {
        return (options.creation().isEmpty() ? "" : " " + options.creation())
                + (options.parameters().isEmpty() ? "" : " with " + StorageParameters.text(options.parameters()))
                + (options.tablespace() == null ? "" : " tablespace " + Identifiers.quote(options.tablespace()));
    }

    public static List<String> change(AlterTableOptions operation, String alterTable) {
        List<String> old = operation.before().parameters();
        List<String> now = operation.after().parameters();
        List<String> set =
                now.stream().filter(parameter -> !old.contains(parameter)).toList();
        Set<String> gone = new TreeSet<>(names(old));
        gone.removeAll(names(now));
        List<String> statements = new ArrayList<>();
        if (!set.isEmpty()) {
            statements.add(alterTable + "set " + StorageParameters.text(set));
        }
        if (!gone.isEmpty()) {
            statements.add(alterTable + "reset (" + String.join(", ", gone) + ")");
        }
        String tablespace = operation.after().tablespace();
        if (!java.util.Objects.equals(operation.before().tablespace(), tablespace)) {
            statements.add(alterTable + "set tablespace "
                    + (tablespace == null ? "pg_default" : Identifiers.quote(tablespace)));
        }
        return statements;
    }

    private static Set<String> names(List<String> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.substring(0, parameter.indexOf('=')))
                .collect(Collectors.toSet());
    }
}
