package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.ProvenExpression;
import dev.aludel.dialect.postgresql.canonical.Suspicion.Answer;
import dev.aludel.dialect.postgresql.canonical.ViewTrial.Outcome;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.View;
import dev.aludel.schema.ViewOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks about the queries of views, which the server never prints as they were written: what was proven before first, then the
 * server. A pair was proven over tables with certain columns, so these belong to its place.
 */
final class ViewProof {

    /** So that a transaction does not need more locks than a server has by default. */
    private static final int VIEWS_A_TRANSACTION = 50;

    private final Connection connection;
    private final Schema model;
    private final Catalog database;
    private final Set<ProvenExpression> known;
    private final ViewOrder order;
    private final Map<ObjectName, String> stored = new HashMap<>();
    private final Map<ObjectName, String> places = new HashMap<>();
    private final Map<ObjectName, Answer> answers = new LinkedHashMap<>();

    ViewProof(Connection connection, Schema model, Catalog database, Set<ProvenExpression> known) {
        this.connection = connection;
        this.model = model;
        this.database = database;
        this.known = known;
        this.order = new ViewOrder(model.views());
        database.schema()
                .views()
                .forEach(view -> stored.put(view.name(), view.query().normal()));
    }

    /** The model's views, whose equal queries carry the server's text. */
    List<View> reviewed() throws SQLException {
        List<View> open = new ArrayList<>();
        for (View view : model.views()) {
            String text = stored.get(view.name());
            if (text == null || text.equals(view.query().normal())) {
                continue;
            }
            places.put(view.name(), place(view));
            if (known.contains(pair(view, text))) {
                answers.put(view.name(), Answer.printed(text));
            } else {
                open.add(view);
            }
        }
        for (int from = 0; from < open.size(); from += VIEWS_A_TRANSACTION) {
            ask(open.subList(from, Math.min(open.size(), from + VIEWS_A_TRANSACTION)));
        }
        return model.views().stream().map(this::reviewed).toList();
    }

    private View reviewed(View view) {
        Answer answer = answers.get(view.name());
        String text = stored.get(view.name());
        boolean same = answer != null && (answer.printed() != null || answer.obstacle() != null);
        return same && text != null ? view.withQuery(view.query().withNormal(text)) : view;
    }

    List<ProvenExpression> proven() {
        return model.views().stream()
                .flatMap(view -> Stream.ofNullable(answers.get(view.name()))
                        .filter(answer -> answer.printed() != null)
                        .map(answer -> pair(view, Objects.requireNonNull(answer.printed()))))
                .toList();
    }

    List<String> unproven() {
        return answers.entrySet().stream()
                .filter(entry -> entry.getValue().obstacle() != null)
                .map(entry -> "view " + entry.getKey() + " was not compared: "
                        + entry.getValue().obstacle())
                .toList();
    }

    /**
     * A view of all columns has them in the order in which its table had them then: where the texts differ, a second look is
     * taken with the columns in the order of the view.
     */
    private void ask(List<View> suspects) throws SQLException {
        Map<ObjectName, Outcome> outcomes = outcomes(suspects, List.of());
        for (View view : suspects) {
            Outcome outcome = outcomes.get(view.name());
            if (outcome != null
                    && Answer.REFUSED.equals(outcome.answer())
                    && !outcome.columns().isEmpty()) {
                outcome = outcomes(List.of(view), outcome.columns()).get(view.name());
            }
            answers.put(view.name(), outcome == null ? Answer.REFUSED : outcome.answer());
        }
    }

    private Map<ObjectName, Outcome> outcomes(List<View> suspects, List<String> order) throws SQLException {
        Map<ObjectName, String> texts = new LinkedHashMap<>();
        suspects.forEach(view -> texts.put(view.name(), Objects.requireNonNull(stored.get(view.name()))));
        List<View> views = closure(suspects);
        return new ViewTrial(connection, database.schema(), ProofSession.freePrefix(database))
                .outcomes(texts, tables(views), views, order);
    }

    /** The views and what they read of other views, in order. */
    private List<View> closure(List<View> suspects) {
        List<View> ordered = order.ordered();
        List<View> wanted = new ArrayList<>();
        for (int i = ordered.size() - 1; i >= 0; i--) {
            View view = ordered.get(i);
            if (suspects.contains(view) || wanted.stream().anyMatch(other -> order.reads(other, view.name()))) {
                wanted.add(0, view);
            }
        }
        return wanted;
    }

    private List<Table> tables(List<View> views) {
        return model.tables().stream()
                .filter(table -> views.stream().anyMatch(view -> order.reads(view, table.name())))
                .toList();
    }

    private ProvenExpression pair(View view, String text) {
        return new ProvenExpression(
                places.getOrDefault(view.name(), ""), view.query().declared(), text, database.serverVersion());
    }

    /** {@code view titles over 1f00c3a2b4d5}: another column of what it reads is another place. */
    private String place(View view) {
        List<View> views = closure(List.of(view));
        String columns = tables(views).stream()
                .map(table -> table.name() + " "
                        + table.columns().stream()
                                .map(column -> column.name() + " " + column.type() + " " + column.collation())
                                .sorted()
                                .toList())
                .sorted()
                .collect(Collectors.joining("\n"));
        String queries = views.stream().map(other -> other.query().declared()).collect(Collectors.joining("\n"));
        return "view " + view.name() + " over " + digest(columns + "\n" + queries);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
