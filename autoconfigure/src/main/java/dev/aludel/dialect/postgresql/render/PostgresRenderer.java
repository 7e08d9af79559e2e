package dev.aludel.dialect.postgresql.render;

import dev.aludel.dialect.Renderer;
import dev.aludel.dialect.postgresql.conversion.StepwiseConversion;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.Literals;
import dev.aludel.dialect.postgresql.text.TableStorage;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AddEnumValues;
import dev.aludel.operation.AddMirror;
import dev.aludel.operation.AddNotNull;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.AlterTableComment;
import dev.aludel.operation.AlterTableOptions;
import dev.aludel.operation.AlterType;
import dev.aludel.operation.AlterView;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.ContinueNumbers;
import dev.aludel.operation.CreateAuxiliaryObject;
import dev.aludel.operation.CreateConversion;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateSchema;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.CreateType;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropAuxiliaryObject;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropConversion;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropMirror;
import dev.aludel.operation.DropSchema;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.DropType;
import dev.aludel.operation.DropView;
import dev.aludel.operation.EachWay;
import dev.aludel.operation.OnTheWayBack;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PutBack;
import dev.aludel.operation.RemoveEnumValues;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameEnumValue;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameNotNulls;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RenameType;
import dev.aludel.operation.RenameValue;
import dev.aludel.operation.TakeDown;
import dev.aludel.operation.TakeIndex;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.operation.ValidateNotNull;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns operations into SQL for PostgreSQL 14 to 18, to be read and edited by people. */
public final class PostgresRenderer implements Renderer, Operation.Visitor<List<String>> {

    /** The first version whose not-null constraints can be added without a look at the rows (release notes, 18). */
    private static final int NOT_VALID_NOT_NULL = 18;

    private final Definitions definitions = new Definitions(this);
    private final TypeStatements types = new TypeStatements(this);
    private final RenameStatements renames = new RenameStatements(this);

    @Override
    public List<String> render(Operation operation) {
        return operation.accept(this);
    }

    @Override
    public String quote(String identifier) {
        return Identifiers.quote(identifier);
    }

    @Override
    public String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public Optional<String> converted(Column from, Column to) {
        return StepwiseConversion.expression(quote(from.name()), from, to);
    }

    @Override
    public String nameFor(ObjectName table, String column, String kind) {
        return Identifiers.composed(table.name(), column, kind);
    }

    @Override
    public boolean rendersNotNull(int serverVersion) {
        return serverVersion >= NOT_VALID_NOT_NULL;
    }

    @Override
    public Optional<String> value(@Nullable Object value) {
        return Literals.of(value, this);
    }

    @Override
    public List<String> createSchema(CreateSchema operation) {
        return List.of("create schema " + quote(operation.name()));
    }

    @Override
    public List<String> dropSchema(DropSchema operation) {
        return List.of("drop schema " + quote(operation.name()));
    }

    @Override
    public List<String> createSequence(CreateSequence operation) {
        return List.of(definitions.sequence(operation.sequence()));
    }

    @Override
    public List<String> dropSequence(DropSequence operation) {
        return List.of("drop sequence " + quote(operation.sequence().name()));
    }

    @Override
    public List<String> alterSequence(AlterSequence operation) {
        return List.of(definitions.sequenceChange(operation.before(), operation.after()));
    }

    @Override
    public List<String> continueNumbers(ContinueNumbers operation) {
        return new NumbersSql(this, operation).statements();
    }

    @Override
    public List<String> createTable(CreateTable operation) {
        Table table = operation.table();
        List<String> lines = Stream.concat(
                        table.columns().stream().map(definitions::column),
                        table.constraints().stream().map(definitions::constraint))
                .toList();
        List<String> statements = new ArrayList<>();
        statements.add("create table " + quote(table.name())
                + (lines.isEmpty() ? " ()" : lines.stream().collect(Collectors.joining(",\n    ", " (\n    ", "\n)")))
                + TableStorage.clauses(table.options()));
        if (table.comment() != null) {
            statements.add(comment("table " + quote(table.name()), table.comment()));
        }
        table.columns().stream()
                .filter(column -> column.comment() != null)
                .forEach(column -> statements.add(columnComment(table.name(), column)));
        statements.addAll(table.rows());
        return List.copyOf(statements);
    }

    @Override
    public List<String> dropTable(DropTable operation) {
        return List.of("drop table " + quote(operation.table().name()));
    }

    @Override
    public List<String> alterTableComment(AlterTableComment operation) {
        return List.of(comment("table " + quote(operation.table()), operation.after()));
    }

    @Override
    public List<String> alterTableOptions(AlterTableOptions operation) {
        return TableStorage.change(operation, alter(operation.table()));
    }

    @Override
    public List<String> addColumn(AddColumn operation) {
        return new ColumnAddition(this, operation).statements();
    }

    @Override
    public List<String> dropColumn(DropColumn operation) {
        return List.of(alter(operation.table()) + "drop column "
                + quote(operation.column().name()));
    }

    @Override
    public List<String> alterColumn(AlterColumn operation) {
        return new ColumnAlteration(this, operation).statements();
    }

    @Override
    public List<String> addConstraint(AddConstraint operation) {
        return operation.concurrently()
                ? new KeyAddition(this, operation).statements()
                : List.of(alter(operation.table()) + "add " + definitions.constraint(operation.constraint()));
    }

    @Override
    public List<String> dropConstraint(DropConstraint operation) {
        return List.of(alter(operation.table()) + "drop constraint "
                + quote(operation.constraint().name().text()));
    }

    @Override
    public List<String> takeIndex(TakeIndex operation) {
        return List.of(alter(operation.table()) + "add constraint "
                + quote(operation.key().name().text()) + " primary key using index " + quote(operation.index()));
    }

    @Override
    public List<String> validateConstraint(ValidateConstraint operation) {
        return List.of(alter(operation.table()) + "validate constraint "
                + quote(operation.constraint().name().text()));
    }

    /** Since PostgreSQL 18, by the name that the server would give (manual, ALTER TABLE). */
    @Override
    public List<String> addNotNull(AddNotNull operation) {
        return List.of(alter(operation.table()) + "add " + uncheckedNotNull(operation.table(), operation.column()));
    }

    /** {@code constraint users_email_not_null not null email not valid}. */
    String uncheckedNotNull(ObjectName table, Column column) {
        return "constraint " + notNull(table, column) + " not null " + quote(column.name()) + " not valid";
    }

    @Override
    public List<String> validateNotNull(ValidateNotNull operation) {
        return List.of(
                alter(operation.table()) + "validate constraint " + notNull(operation.table(), operation.column()));
    }

    private String notNull(ObjectName table, Column column) {
        return quote(nameFor(table, column.name(), "not_null"));
    }

    @Override
    public List<String> backfill(Backfill operation) {
        return List.of(new BackfillStatement(this, operation).text());
    }

    @Override
    public List<String> addMirror(AddMirror operation) {
        return new MirrorStatements(this).creation(operation);
    }

    @Override
    public List<String> dropMirror(DropMirror operation) {
        return new MirrorStatements(this).removal(operation);
    }

    @Override
    public List<String> onTheWayBack(OnTheWayBack operation) {
        return List.of();
    }

    @Override
    public List<String> eachWay(EachWay operation) {
        List<String> statements = new ArrayList<>();
        operation.there().forEach(step -> statements.addAll(render(step)));
        if (operation.atOnce() && !statements.isEmpty()) {
            statements.add(0, "begin");
            statements.add("commit");
        }
        return List.copyOf(statements);
    }

    @Override
    public List<String> createIndex(CreateIndex operation) {
        return List.of(definitions.index(operation.table(), operation.index(), operation.concurrently()));
    }

    @Override
    public List<String> dropIndex(DropIndex operation) {
        return List.of((operation.concurrently() ? "drop index concurrently " : "drop index ")
                + quote(operation.table().sibling(operation.index().name().text())));
    }

    @Override
    public List<String> renameTable(RenameTable operation) {
        return renames.table(operation);
    }

    @Override
    public List<String> renameColumn(RenameColumn operation) {
        return renames.column(operation);
    }

    @Override
    public List<String> renameConstraint(RenameConstraint operation) {
        return renames.constraint(operation);
    }

    @Override
    public List<String> renameNotNulls(RenameNotNulls operation) {
        return renames.notNulls(operation);
    }

    @Override
    public List<String> renameIndex(RenameIndex operation) {
        return renames.index(operation);
    }

    @Override
    public List<String> renameSequence(RenameSequence operation) {
        return renames.sequence(operation);
    }

    @Override
    public List<String> createView(CreateView operation) {
        return new ViewDefinition(this, operation.view()).creation();
    }

    @Override
    public List<String> dropView(DropView operation) {
        return List.of("drop view " + quote(operation.view().name()));
    }

    @Override
    public List<String> alterView(AlterView operation) {
        return new ViewDefinition(this, operation.after()).commentsSince(operation.before());
    }

    @Override
    public List<String> takeDown(TakeDown operation) {
        return operation.dependant().removal();
    }

    @Override
    public List<String> putBack(PutBack operation) {
        return operation.dependant().restoration();
    }

    @Override
    public List<String> createType(CreateType operation) {
        return types.creation(operation.type());
    }

    @Override
    public List<String> dropType(DropType operation) {
        return types.removal(operation.type());
    }

    @Override
    public List<String> renameType(RenameType operation) {
        return List.of("alter type " + quote(operation.before()) + " rename to "
                + quote(operation.after().name()));
    }

    @Override
    public List<String> alterType(AlterType operation) {
        return types.change(operation.before(), operation.after());
    }

    @Override
    public List<String> renameEnumValue(RenameEnumValue operation) {
        return List.of("alter type " + quote(operation.type()) + " rename value " + literal(operation.before()) + " to "
                + literal(operation.after()));
    }

    @Override
    public List<String> renameValue(RenameValue operation) {
        String column = quote(operation.column());
        return List.of("update %s set %s = %s where %s = %s"
                .formatted(
                        quote(operation.table()),
                        column,
                        literal(operation.after()),
                        column,
                        literal(operation.before())));
    }

    @Override
    public List<String> addEnumValues(AddEnumValues operation) {
        return types.addedValues(operation);
    }

    @Override
    public List<String> removeEnumValues(RemoveEnumValues operation) {
        return operation.steps().stream().flatMap(step -> render(step).stream()).toList();
    }

    @Override
    public List<String> createConversion(CreateConversion operation) {
        return new TypeConversion(this, operation.from(), operation.to()).creation();
    }

    @Override
    public List<String> dropConversion(DropConversion operation) {
        return new TypeConversion(this, operation.from(), operation.to()).removal();
    }

    @Override
    public List<String> createAuxiliaryObject(CreateAuxiliaryObject operation) {
        return operation.object().create();
    }

    @Override
    public List<String> dropAuxiliaryObject(DropAuxiliaryObject operation) {
        return operation.object().drop();
    }

    public String alter(ObjectName table) {
        return "alter table " + quote(table) + " ";
    }

    String columnComment(ObjectName table, Column column) {
        return comment("column " + quote(table) + "." + quote(column.name()), column.comment());
    }

    String comment(String object, @Nullable String text) {
        return "comment on " + object + " is " + (text == null ? "null" : Identifiers.writtenLiteral(text));
    }
}
