package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.postgresql.text.ExpressionLexer;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.Token;
import dev.aludel.dialect.postgresql.text.TokenReader;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names constraints and indexes that nobody named, as the server would: {@code users_email_key}, with a number where that is
 * taken (ChooseIndexName and ChooseConstraintName in PostgreSQL's sources). What the database holds already keeps its name there.
 */
final class ConstraintNames {

    private final Schema model;
    private final Map<ObjectName, Table> existing;
    private final Set<ObjectName> relations = new HashSet<>();
    private final Set<ObjectName> constraints = new HashSet<>();

    ConstraintNames(Schema model, Catalog database) {
        this.model = model;
        this.existing = database.schema().tables().stream()
                .collect(Collectors.toMap(Table::name, Function.identity(), (first, second) -> first));
        Map<ObjectName, Table> wanted = model.tables().stream()
                .collect(Collectors.toMap(Table::name, Function.identity(), (first, second) -> first));
        take(database.schema().mapTables(table -> lasting(table, wanted.get(table.name()))));
        take(model);
        database.others().forEach(object -> relations.add(object.name()));
    }

    /** Without the constraints that the model has no more: they go before others come, and leave their names to them. */
    private static Table lasting(Table table, @Nullable Table wanted) {
        if (wanted == null) {
            return table;
        }
        Set<String> names = wanted.constraints().stream()
                .map(constraint -> constraint.name().text())
                .collect(Collectors.toSet());
        return table.keeping(constraint -> names.contains(constraint.name().text())
                || wanted.constraints().stream()
                        .anyMatch(other ->
                                other.name().isUnnamed() && constraint.equals(other.withName(constraint.name()))));
    }

    private void take(Schema schema) {
        schema.sequences().forEach(sequence -> relations.add(sequence.name()));
        for (Table table : schema.tables()) {
            relations.add(table.name());
            table.indexes().forEach(index -> relations.add(name(table, index.name())));
            table.constraints().forEach(constraint -> {
                constraints.add(name(table, constraint.name()));
                if (!(constraint instanceof ForeignKey) && !(constraint instanceof CheckConstraint)) {
                    relations.add(name(table, constraint.name()));
                }
            });
        }
    }

    private static ObjectName name(Table table, ConstraintName name) {
        return table.name().sibling(name.text());
    }

    /** The model with a name for everything; foreign keys last, as a creation adds them. */
    Schema named() {
        List<Table> tables = model.tables().stream()
                .map(table -> withIndexes(withConstraints(table, constraint -> !(constraint instanceof ForeignKey))))
                .toList();
        return model.withTables(tables.stream()
                .map(table -> withConstraints(table, constraint -> constraint instanceof ForeignKey))
                .toList());
    }

    private Table withConstraints(Table table, Function<Constraint, Boolean> kinds) {
        List<Constraint> named = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            boolean open = constraint.name().isUnnamed() && kinds.apply(constraint);
            named.add(open ? constraint.withName(ConstraintName.implicit(name(table, constraint))) : constraint);
        }
        return table.withConstraints(named);
    }

    private Table withIndexes(Table table) {
        return table.withIndexes(table.indexes().stream()
                .map(index ->
                        index.name().isUnnamed() ? index.withName(ConstraintName.implicit(name(table, index))) : index)
                .toList());
    }

    private String name(Table table, Constraint constraint) {
        return existing(table)
                .flatMap(other -> other.constraints().stream()
                        .filter(candidate -> candidate.equals(constraint.withName(candidate.name())))
                        .filter(candidate -> isFree(table, candidate.name()))
                        .findFirst())
                .map(same -> same.name().text())
                .orElseGet(() -> constraint.accept(new Chooser(table)));
    }

    /** Not if the mapping gives the name to something else of the table. */
    private static boolean isFree(Table table, ConstraintName name) {
        return Stream.concat(
                        table.constraints().stream().map(Constraint::name),
                        table.indexes().stream().map(Index::name))
                .noneMatch(other -> !other.isUnnamed() && other.text().equals(name.text()));
    }

    private Optional<Table> existing(Table table) {
        return Optional.ofNullable(existing.get(table.name()));
    }

    private String name(Table table, Index index) {
        return existing(table)
                .flatMap(other -> other.indexes().stream()
                        .filter(candidate -> candidate.equals(index.withName(candidate.name())))
                        .filter(candidate -> isFree(table, candidate.name()))
                        .findFirst())
                .map(same -> same.name().text())
                .orElseGet(() -> new Chooser(table).relation(Identifiers.joined(columns(index)), "idx", false));
    }

    /** The columns of an index, an expression by its function's name; one that occurs again gets a number. */
    private static List<String> columns(Index index) {
        List<String> columns = new ArrayList<>();
        Stream.concat(index.keys().stream().map(ConstraintNames::label), index.include().stream())
                .forEach(column -> {
                    String unique = column;
                    for (int i = 1; columns.contains(unique); i++) {
                        unique = column + i;
                    }
                    columns.add(unique);
                });
        return columns;
    }

    private static String label(IndexKey key) {
        Expression expression = key.expression();
        if (key.isColumn()) {
            return expression.declared();
        }
        TokenReader reader = new TokenReader(TokenReader.unwrapped(expression.declared()));
        Token first = reader.next();
        boolean call =
                first.isName() && reader.accept("(") && !reader.toClosing().isEmpty() && reader.atEnd();
        return call ? first.text() : "expr";
    }

    /** Chooses names for one table. */
    private final class Chooser implements Constraint.Visitor<String> {

        private final Table table;

        Chooser(Table table) {
            this.table = table;
        }

        @Override
        public String primaryKey(PrimaryKey constraint) {
            return relation(null, "pkey", true);
        }

        @Override
        public String unique(UniqueConstraint constraint) {
            return relation(Identifiers.joined(constraint.columns()), "key", true);
        }

        @Override
        public String foreignKey(ForeignKey constraint) {
            return constraint(Identifiers.joined(constraint.columns()), "fkey");
        }

        @Override
        public String check(CheckConstraint constraint) {
            Set<String> used = columnsIn(constraint.expression());
            return constraint(used.size() == 1 ? used.iterator().next() : null, "check");
        }

        @Override
        public String exclusion(ExclusionConstraint constraint) {
            return relation(null, "excl", true);
        }

        String relation(@Nullable String columns, String label, boolean ofConstraint) {
            return choose(
                    columns, label, name -> relations.contains(name) || (ofConstraint && constraints.contains(name)));
        }

        private String constraint(@Nullable String columns, String label) {
            return choose(columns, label, constraints::contains);
        }

        private String choose(@Nullable String columns, String label, Function<ObjectName, Boolean> taken) {
            ObjectName name =
                    table.name().sibling(Identifiers.composed(table.name().name(), columns, label));
            for (int i = 1; taken.apply(name); i++) {
                name = table.name().sibling(Identifiers.composed(table.name().name(), columns, label + i));
            }
            constraints.add(name);
            if (!label.equals("fkey") && !label.equals("check")) {
                relations.add(name);
            }
            return name.name();
        }

        /** The table's columns that an expression names. */
        private Set<String> columnsIn(Expression expression) {
            Set<String> columns = table.columns().stream().map(Column::name).collect(Collectors.toSet());
            Set<String> used = new HashSet<>();
            List<Token> tokens = ExpressionLexer.tokens(expression.declared());
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                boolean call = i + 1 < tokens.size()
                        && (tokens.get(i + 1).is("(") || tokens.get(i + 1).is("."));
                boolean type = i > 0 && tokens.get(i - 1).is("::");
                // the mapping's text may say more of a name than the server keeps
                String name = Identifiers.truncated(token.text());
                if (token.isName() && !call && !type && columns.contains(name)) {
                    used.add(name);
                }
            }
            return Objects.requireNonNull(used);
        }
    }
}
