package dev.aludel.diff.adoption;

import dev.aludel.schema.Acceptance;
import dev.aludel.schema.Acceptance.Kind;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What may be accepted of a table's indexes: other names, and a key or unique index that serves as the index that the mapping asks for. */
final class IndexAcceptances {

    private final Table found;
    private final Table mapped;
    private final List<Accepting> accepted = new ArrayList<>();

    IndexAcceptances(Table found, Table mapped) {
        this.found = found;
        this.mapped = mapped;
    }

    List<Accepting> all() {
        List<Index> free = new ArrayList<>(found.indexes());
        free.removeAll(mapped.indexes());
        for (Index wanted : mapped.indexes()) {
            if (found.indexes().contains(wanted)
                    || found.indexes().stream()
                            .anyMatch(each ->
                                    each.name().text().equals(wanted.name().text()))) {
                continue;
            }
            Optional<Index> same = free.stream()
                    .filter(each -> wanted.withName(each.name()).equals(each))
                    .findFirst();
            if (same.isPresent()) {
                free.remove(same.get());
                accept(
                        same.get().name().text(),
                        Kind.NAME,
                        "for " + wanted.name().text(),
                        table -> with(without(table, wanted), same.get()));
            } else {
                serving(wanted)
                        .ifPresent(name -> accept(
                                name,
                                Kind.INDEX,
                                "for " + (wanted.unique() ? "unique " : "") + "index "
                                        + wanted.name().text(),
                                table -> without(table, wanted)));
            }
        }
        return accepted;
    }

    /** The name of a key of the database over the same columns in the same order. */
    private Optional<String> serving(Index wanted) {
        if (!wanted.equals(Index.of(wanted.name(), wanted.unique(), plain(wanted)))) {
            return Optional.empty();
        }
        List<String> columns =
                wanted.keys().stream().map(key -> key.expression().declared()).toList();
        Stream<String> constraints = found.constraints().stream()
                .filter(constraint -> columns.equals(key(constraint)))
                .map(constraint -> constraint.name().text());
        Stream<String> indexes = found.indexes().stream()
                .filter(index -> index.equals(Index.of(index.name(), true, wanted.keys())))
                .map(index -> index.name().text());
        return Stream.concat(constraints, indexes).findFirst();
    }

    private static List<IndexKey> plain(Index index) {
        return index.keys().stream()
                .map(key -> IndexKey.column(key.expression().declared()))
                .toList();
    }

    private static List<String> key(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.columns();
        }
        return constraint instanceof UniqueConstraint unique
                        && unique.nullsDistinct()
                        && unique.options().isEmpty()
                ? unique.columns()
                : List.of();
    }

    private void accept(String name, Kind kind, String detail, UnaryOperator<Table> change) {
        accepted.add(new Accepting(List.of(new Acceptance(kind, mapped.name(), name, detail)), change));
    }

    private static Table without(Table table, Index index) {
        return table.withIndexes(
                table.indexes().stream().filter(each -> !each.equals(index)).toList());
    }

    private static Table with(Table table, Index index) {
        List<Index> all = new ArrayList<>(table.indexes());
        all.add(index);
        return table.withIndexes(all);
    }
}
