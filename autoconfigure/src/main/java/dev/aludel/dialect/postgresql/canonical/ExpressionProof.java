package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.Canonicalizer.Proof;
import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.ProvenExpression;
import dev.aludel.dialect.postgresql.canonical.Suspicion.Answer;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks about all texts of a model that differ from the database's: what was proven before first, then the server. */
final class ExpressionProof {

    private final Connection connection;
    private final Schema model;
    private final Catalog database;
    private final Set<ProvenExpression> known;
    private final Map<ObjectName, Table> stored;
    private final Map<String, Suspicion> questions = new LinkedHashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();

    ExpressionProof(Connection connection, Schema model, Catalog database, List<ProvenExpression> known) {
        this.connection = connection;
        this.model = model;
        this.database = database;
        this.known = Set.copyOf(known);
        this.stored = database.schema().tables().stream()
                .collect(Collectors.toMap(Table::name, Function.identity(), (first, second) -> first));
    }

    Proof prove() throws SQLException {
        Map<Table, List<Suspicion>> open = new LinkedHashMap<>();
        for (Table table : model.tables()) {
            List<Suspicion> unknown = ask(table);
            if (!unknown.isEmpty()) {
                open.put(table, unknown);
            }
        }
        if (!open.isEmpty()) {
            answers.putAll(new ProofSession(connection, database).answers(open));
        }
        Schema proven = model.mapTables(table -> review(table, question -> answers.get(question.key())));
        ViewProof views = new ViewProof(connection, model, database, known);
        return new Proof(
                proven.withViews(views.reviewed()),
                joined(proven(), views.proven()),
                joined(unproven(), views.unproven()));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private Table review(Table table, Function<Suspicion, @Nullable Answer> judge) {
        Table existing = stored.get(table.name());
        return existing == null ? table : new Suspicions(table, existing, judge).reviewed();
    }

    /** Collects the table's questions; those that are not answered by an earlier proof are the result. */
    private List<Suspicion> ask(Table table) {
        List<Suspicion> asked = new ArrayList<>();
        review(table, question -> {
            asked.add(question);
            return null;
        });
        asked.forEach(question -> questions.put(question.key(), question));
        Table existing = stored.get(table.name());
        boolean retyped = existing != null && isRetyped(table, existing);
        List<Suspicion> open = new ArrayList<>();
        for (Suspicion question : asked) {
            String earlier = retyped ? null : earlier(question);
            if (earlier == null) {
                open.add(question);
            } else {
                answers.put(question.key(), Answer.printed(earlier));
            }
        }
        return open;
    }

    /** With another type the server may print the same text in another way. */
    private static boolean isRetyped(Table table, Table existing) {
        return table.columns().stream()
                .anyMatch(column -> existing.column(column.name())
                        .filter(other -> !other.type().equals(column.type()))
                        .isPresent());
    }

    private @Nullable String earlier(Suspicion question) {
        return question.stored().stream()
                .map(expression -> pair(question, expression.normal()))
                .filter(known::contains)
                .map(ProvenExpression::stored)
                .findFirst()
                .orElse(null);
    }

    private ProvenExpression pair(Suspicion question, String text) {
        return new ProvenExpression(question.place(), question.declared(), text, database.serverVersion());
    }

    private List<ProvenExpression> proven() {
        List<ProvenExpression> proven = new ArrayList<>();
        questions.forEach((key, question) -> {
            String printed =
                    Objects.requireNonNullElse(answers.get(key), Answer.REFUSED).printed();
            if (printed != null && question.isAnsweredBy(printed)) {
                proven.add(pair(question, printed));
            }
        });
        return proven;
    }

    private List<String> unproven() {
        Set<String> lines = new LinkedHashSet<>();
        questions.forEach((key, question) -> {
            String obstacle =
                    Objects.requireNonNullElse(answers.get(key), Answer.REFUSED).obstacle();
            if (obstacle != null) {
                lines.add(question.place() + ": '" + question.declared() + "' was not compared: " + obstacle);
            }
        });
        return List.copyOf(lines);
    }
}
