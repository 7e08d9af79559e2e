package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.postgresql.text.ColumnDefinition;
import dev.aludel.dialect.postgresql.text.DefaultValues;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.Options;
import dev.aludel.dialect.postgresql.text.PlainNames;
import dev.aludel.dialect.postgresql.text.ReservedColumns;
import dev.aludel.dialect.postgresql.text.TableStorage;
import dev.aludel.dialect.postgresql.text.Token;
import dev.aludel.dialect.postgresql.text.TokenReader;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.Numbers;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.schema.UserType;
import dev.aludel.schema.Values;
import dev.aludel.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings what Hibernate says of a schema into the form that the catalogue reader yields. */
final class ModelNormalizer {

    private static final Map<String, String> SERIALS = Map.of(
            "serial", "integer",
            "serial4", "integer",
            "bigserial", "bigint",
            "serial8", "bigint",
            "smallserial", "smallint",
            "serial2", "smallint");

    /** PostgreSQL manual, 5.6: no other column can have such a name. */
    private static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    private final Schema model;
    private final String ownSchema;
    private final List<Sequence> sequences = new ArrayList<>();

    ModelNormalizer(Schema model, String ownSchema) {
        this.model = model;
        this.ownSchema = ownSchema;
    }

    Schema normalized() {
        List<Table> tables = model.tables().stream().map(this::table).toList();
        model.sequences().forEach(sequence -> sequences.add(sequence(sequence)));
        List<String> namespaces = model.namespaces().stream()
                .map(Identifiers::truncated)
                .filter(name -> !name.isEmpty() && !name.equals(ownSchema))
                .distinct()
                .sorted()
                .toList();
        List<View> views = model.views().stream().map(this::view).toList();
        List<UserType> types = model.types().stream()
                .map(type -> type.accept(new TypeNormalizer(this::name, ownSchema)))
                .toList();
        return new Schema(namespaces, tables, sequences, views, types, model.objects());
    }

    private Table table(Table table) {
        ObjectName name = name(table.name());
        List<Column> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        List<Constraint> atColumns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (SYSTEM_COLUMNS.contains(column.name())) {
                continue; // every table has it: an entity may read it, such as xmin for its version
            }
            ColumnDefinition definition = ColumnDefinition.of(
                    column.withName(Identifiers.truncated(column.name())), ownSchema, this::primaryKey);
            columns.add(column(name, definition.column()));
            atColumns.addAll(definition.constraints());
        }
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toCollection(LinkedHashSet::new));
        Constraints normal = new Constraints(names);
        table.constraints().stream()
                .filter(constraint -> !isPartial(constraint))
                .map(constraint -> constraint.accept(normal))
                .filter(constraint -> isMadeTwice(constraint) || !constraints.contains(constraint))
                .forEach(constraints::add);
        atColumns.stream()
                .map(constraint -> constraint.accept(normal))
                .filter(constraint -> constraints.stream().noneMatch(other -> isSame(other, constraint)))
                .toList()
                .forEach(constraints::add);
        Set<String> keys = new LinkedHashSet<>();
        constraints.stream()
                .filter(PrimaryKey.class::isInstance)
                .forEach(key -> keys.addAll(((PrimaryKey) key).columns()));
        columns.replaceAll(column -> keys.contains(column.name()) ? column.withNullable(false) : column);
        return new Table(
                name,
                columns,
                constraints,
                indexes(table).map(index -> IndexOptions.normal(index, names)).toList(),
                text(table.comment()),
                TableStorage.normal(table.options()),
                table.rows());
    }

    /** With the unique constraints that have a condition, which only an index can have. */
    private static Stream<Index> indexes(Table table) {
        Stream<Index> partial = table.constraints(UniqueConstraint.class).stream()
                .filter(ModelNormalizer::isPartial)
                .map(key -> Index.of(
                                key.name(),
                                true,
                                key.columns().stream().map(IndexKey::column).toList())
                        .withOptions(key.options()));
        return Stream.concat(table.indexes().stream(), partial);
    }

    private static boolean isPartial(Constraint constraint) {
        return constraint instanceof UniqueConstraint key && Options.has(key.options(), "where");
    }

    /** The server makes a check as often as it is told to, as Hibernate does for one on the elements of a collection. */
    private static boolean isMadeTwice(Constraint constraint) {
        return constraint instanceof CheckConstraint && constraint.name().isUnnamed();
    }

    /** Whether a key that stands at its column is there already: the server makes one of two. */
    private static boolean isSame(Constraint constraint, Constraint atColumn) {
        boolean bothPrimary = constraint instanceof PrimaryKey && atColumn instanceof PrimaryKey;
        return bothPrimary || constraint.withName(atColumn.name()).equals(atColumn);
    }

    private List<String> primaryKey(ObjectName table) {
        return model.tables().stream()
                .filter(candidate -> name(candidate.name()).equals(table))
                .flatMap(candidate -> candidate.primaryKey().stream())
                .findFirst()
                .map(key -> names(key.columns()))
                .orElse(List.of());
    }

    private Column column(ObjectName table, Column column) {
        Column plain = SERIALS.containsKey(column.type()) ? serial(table, column) : column;
        TypeName type = TypeName.read(new TokenReader(plain.type()), ownSchema);
        Expression value = plain.defaultValue();
        GeneratedValue generated = plain.generated();
        return plain.withNullable(plain.nullable() && plain.identity() == null)
                .withDefaultValue(
                        value == null || DefaultValues.isNull(value.declared())
                                ? null
                                : Expressions.defaultValue(value, type))
                .withGenerated(
                        generated == null
                                ? null
                                : new GeneratedValue(Expressions.condition(generated.expression()), generated.stored()))
                .withCollation(collation(plain.collation()))
                .withComment(text(plain.comment()))
                .withValues(values(plain.values()));
    }

    private Values values(Values values) {
        Numbers numbers = values.numbers();
        return numbers == null ? values : values.withNumbers(numbers.accept(new Sources()));
    }

    /** {@code serial} is no type, but an integer with a sequence of its own (PostgreSQL manual, 8.1.4). */
    private Column serial(ObjectName table, Column column) {
        String type = SERIALS.getOrDefault(column.type(), "integer");
        ObjectName sequence = table.sibling(Identifiers.composed(table.name(), column.name(), "seq"));
        long maximum = switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
        sequences.add(Sequence.of(sequence, 1, 1)
                .withOptions(
                        new Sequence.Options(type, 1, maximum, 1, false), new Sequence.Owner(table, column.name())));
        String schema = sequence.schema().isEmpty() ? "" : Identifiers.quote(sequence.schema()) + ".";
        String regclass = Identifiers.literal(schema + Identifiers.quote(sequence.name()));
        return column.withType(type)
                .withNullable(false)
                .withIdentity(null)
                .withDefaultValue(Expression.of("nextval(" + regclass + "::regclass)"));
    }

    /** As the server stores it: without a semicolon at its end, and empty comments are none. */
    private View view(View view) {
        String query = view.query().declared().strip();
        while (query.endsWith(";")) {
            query = query.substring(0, query.length() - 1).stripTrailing();
        }
        Map<String, String> comments = new LinkedHashMap<>();
        view.columnComments().forEach((column, comment) -> comments.put(Identifiers.truncated(column), comment));
        comments.values().removeIf(String::isEmpty);
        List<ObjectName> relations = Stream.concat(
                        model.tables().stream().map(Table::name),
                        model.views().stream().map(View::name))
                .map(this::name)
                .toList();
        String plain = PlainNames.withoutSchema(query, ownSchema, relations);
        return new View(name(view.name()), new Expression(query, plain), text(view.comment()), comments);
    }

    private Sequence sequence(Sequence sequence) {
        return sequence.withName(name(sequence.name()));
    }

    private ObjectName name(ObjectName name) {
        return name(name, ownSchema);
    }

    static ObjectName name(ObjectName name, String ownSchema) {
        String schema = name.schema().equals(ownSchema) ? "" : Identifiers.truncated(name.schema());
        return ObjectName.of(schema, Identifiers.truncated(name.name()));
    }

    private static List<String> names(List<String> names) {
        return names.stream().map(Identifiers::truncated).toList();
    }

    static ConstraintName name(ConstraintName name) {
        return new ConstraintName(Identifiers.truncated(name.text()), name.implicit());
    }

    /** An empty comment is none for the server. */
    static @Nullable String text(@Nullable String comment) {
        return comment == null || comment.isEmpty() ? null : comment;
    }

    static @Nullable String collation(@Nullable String collation) {
        if (collation == null || collation.isBlank()) {
            return null;
        }
        TokenReader reader = new TokenReader(collation);
        String name = reader.peek().kind() == Token.Kind.QUOTED && reader.next().isName() && reader.atEnd()
                ? new TokenReader(collation).next().text()
                : collation;
        return name.equals("default") ? null : name;
    }

    /** Where numbers come from, under the names that the database has for it. */
    private final class Sources implements Numbers.Visitor<Numbers> {

        @Override
        public Numbers sequence(Numbers.OfSequence numbers) {
            return new Numbers.OfSequence(name(numbers.name()), numbers.start(), numbers.increment(), numbers.blocks());
        }

        @Override
        public Numbers identity(Numbers.OfIdentity numbers) {
            return new Numbers.OfIdentity(name(numbers.table()), Identifiers.truncated(numbers.column()));
        }

        @Override
        public Numbers row(Numbers.OfRow numbers) {
            return new Numbers.OfRow(
                    name(numbers.table()),
                    Identifiers.truncated(numbers.keyColumn()),
                    numbers.key(),
                    Identifiers.truncated(numbers.valueColumn()),
                    numbers.last(),
                    numbers.blocks());
        }
    }

    /** Constraints in normal form; what they concern keeps its name. */
    private final class Constraints implements Constraint.Visitor<Constraint> {

        private final Set<String> columns;

        Constraints(Set<String> columns) {
            this.columns = columns;
        }

        @Override
        public Constraint primaryKey(PrimaryKey key) {
            return new PrimaryKey(name(key.name()), names(key.columns()));
        }

        @Override
        public Constraint unique(UniqueConstraint key) {
            boolean nullsDistinct = key.nullsDistinct() && !Options.has(key.options(), "nulls", "not", "distinct");
            return new UniqueConstraint(
                    name(key.name()), names(key.columns()), nullsDistinct, Options.normal(key.options()));
        }

        @Override
        public Constraint foreignKey(ForeignKey key) {
            return new ForeignKey(
                    name(key.name()),
                    names(key.columns()),
                    name(key.target()),
                    names(key.targetColumns()),
                    key.onDelete(),
                    key.onUpdate(),
                    names(key.deleteColumns()),
                    key.matchFull() || Options.has(key.options(), "match", "full"),
                    Options.normal(key.options()),
                    Options.validity(key.options()));
        }

        @Override
        public Constraint check(CheckConstraint check) {
            Expression condition =
                    Expression.of(ReservedColumns.quoted(check.expression().declared(), columns));
            return new CheckConstraint(
                    name(check.name()),
                    Expressions.condition(condition),
                    Options.normal(check.options()),
                    Options.validity(check.options()),
                    check.constants());
        }

        @Override
        public Constraint exclusion(ExclusionConstraint constraint) {
            return constraint.withName(name(constraint.name()));
        }

        private ObjectName name(ObjectName name) {
            return ModelNormalizer.this.name(name);
        }

        private ConstraintName name(ConstraintName name) {
            return ModelNormalizer.name(name);
        }
    }
}
