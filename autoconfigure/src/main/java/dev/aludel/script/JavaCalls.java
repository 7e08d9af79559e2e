package dev.aludel.script;

import static dev.aludel.script.JavaText.call;
import static dev.aludel.script.JavaText.literal;

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
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Operations as calls of {@link dev.aludel.Operations}; as their SQL where no call says all of one. */
final class JavaCalls implements Operation.Visitor<List<JavaCall>> {

    private final Function<Operation, List<String>> renderer;
    private final @Nullable Collection<SchemaObject> creates;

    /**
     * For one way of a revision.
     *
     * @param creates what the revision is to be known to make; what an operation makes besides, it puts back for others, and must not
     *     be taken for the revision's own. Null on the way back, where nobody asks
     */
    JavaCalls(Function<Operation, List<String>> renderer, @Nullable Collection<SchemaObject> creates) {
        this.renderer = renderer;
        this.creates = creates;
    }

    List<JavaCall> of(Operation operation) {
        boolean others = creates != null
                && operation.creates().filter(made -> !creates.contains(made)).isPresent();
        return others ? sql(operation) : operation.accept(this);
    }

    private List<JavaCall> sql(Operation operation) {
        return renderer.apply(operation).stream().map(JavaCall::execute).toList();
    }

    private static List<JavaCall> change(ObjectName table, String... parts) {
        return change(table, List.of(parts));
    }

    private static List<JavaCall> change(ObjectName table, List<String> parts) {
        return List.of(JavaCall.change(table.spelled(), parts));
    }

    private static List<JavaCall> op(String method, String... texts) {
        return List.of(JavaCall.of(call(method, texts)));
    }

    @Override
    public List<JavaCall> createSchema(CreateSchema operation) {
        return op("createSchema", operation.name());
    }

    @Override
    public List<JavaCall> dropSchema(DropSchema operation) {
        return op("dropSchema", operation.name());
    }

    @Override
    public List<JavaCall> createSequence(CreateSequence operation) {
        return SequenceCalls.of(operation.sequence()).orElseGet(() -> sql(operation));
    }

    @Override
    public List<JavaCall> dropSequence(DropSequence operation) {
        return op("dropSequence", operation.sequence().name().spelled());
    }

    @Override
    public List<JavaCall> alterSequence(AlterSequence operation) {
        return SequenceCalls.of(operation).orElseGet(() -> sql(operation));
    }

    @Override
    public List<JavaCall> continueNumbers(ContinueNumbers operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> createTable(CreateTable operation) {
        Table table = operation.table();
        if (table.constraints().stream().anyMatch(ForeignKey.class::isInstance)) {
            return sql(operation);
        }
        ConstraintCalls constraints = new ConstraintCalls(false);
        List<List<String>> body = new ArrayList<>();
        table.columns().forEach(column -> body.add(ColumnCalls.of("column", column, false)));
        table.constraints().forEach(constraint -> body.add(constraint.accept(constraints)));
        if (!table.options().parameters().isEmpty()) {
            body.add(List.of(call("storage", table.options().parameters())));
        }
        if (table.options().tablespace() != null) {
            body.add(List.of(call("tablespace", table.options().tablespace())));
        }
        if (!table.options().creation().isEmpty()) {
            body.add(List.of(call("options", table.options().creation())));
        }
        if (table.comment() != null) {
            body.add(List.of(call("comment", table.comment())));
        }
        String head = ".createTable(" + literal(table.name().spelled()) + ", t -> {";
        return Stream.concat(
                        Stream.of(new JavaCall(null, List.of(head), body)),
                        table.rows().stream().map(JavaCall::execute))
                .toList();
    }

    @Override
    public List<JavaCall> dropTable(DropTable operation) {
        return op("dropTable", operation.table().name().spelled());
    }

    @Override
    public List<JavaCall> alterTableComment(AlterTableComment operation) {
        return change(
                operation.table(), operation.after() == null ? ".comment(null)" : call("comment", operation.after()));
    }

    @Override
    public List<JavaCall> alterTableOptions(AlterTableOptions operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> addColumn(AddColumn operation) {
        return change(operation.table(), ColumnCalls.of("addColumn", operation.column(), true));
    }

    @Override
    public List<JavaCall> dropColumn(DropColumn operation) {
        return change(operation.table(), call("dropColumn", operation.column().name()));
    }

    @Override
    public List<JavaCall> alterColumn(AlterColumn operation) {
        return ColumnCalls.of(operation)
                .map(parts -> change(operation.table(), parts))
                .orElseGet(() -> sql(operation));
    }

    @Override
    public List<JavaCall> addConstraint(AddConstraint operation) {
        List<String> parts = operation.constraint().accept(new ConstraintCalls(true));
        return change(operation.table(), concurrently(parts, operation.concurrently()));
    }

    @Override
    public List<JavaCall> dropConstraint(DropConstraint operation) {
        return change(
                operation.table(),
                call("dropConstraint", operation.constraint().name().text()));
    }

    @Override
    public List<JavaCall> takeIndex(TakeIndex operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> validateConstraint(ValidateConstraint operation) {
        return change(
                operation.table(),
                call("validateConstraint", operation.constraint().name().text()));
    }

    @Override
    public List<JavaCall> addNotNull(AddNotNull operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> validateNotNull(ValidateNotNull operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> backfill(Backfill operation) {
        return BackfillCalls.of(operation);
    }

    @Override
    public List<JavaCall> addMirror(AddMirror operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> dropMirror(DropMirror operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> onTheWayBack(OnTheWayBack operation) {
        return List.of();
    }

    /** What takes effect at once is one call. */
    @Override
    public List<JavaCall> eachWay(EachWay operation) {
        if (operation.atOnce()) {
            return List.of(JavaCall.execute(String.join(";\n", renderer.apply(operation)) + ";"));
        }
        return operation.there().stream().flatMap(step -> of(step).stream()).toList();
    }

    @Override
    public List<JavaCall> createIndex(CreateIndex operation) {
        return change(
                operation.table(), concurrently(ConstraintCalls.index(operation.index()), operation.concurrently()));
    }

    @Override
    public List<JavaCall> dropIndex(DropIndex operation) {
        List<String> parts =
                JavaCall.open(call("dropIndex", operation.index().name().text()));
        return change(operation.table(), concurrently(parts, operation.concurrently()));
    }

    private static List<String> concurrently(List<String> parts, boolean asked) {
        if (asked) {
            parts.add(call("concurrently"));
        }
        return parts;
    }

    @Override
    public List<JavaCall> renameTable(RenameTable operation) {
        return op("renameTable", operation.before().spelled(), operation.after().spelled());
    }

    @Override
    public List<JavaCall> renameColumn(RenameColumn operation) {
        return change(operation.table(), call("renameColumn", operation.before(), operation.after()));
    }

    @Override
    public List<JavaCall> renameConstraint(RenameConstraint operation) {
        return change(operation.table(), call("renameConstraint", operation.before(), operation.after()));
    }

    @Override
    public List<JavaCall> renameNotNulls(RenameNotNulls operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> renameIndex(RenameIndex operation) {
        return change(operation.table(), call("renameIndex", operation.before(), operation.after()));
    }

    @Override
    public List<JavaCall> renameSequence(RenameSequence operation) {
        return operation.inner()
                ? sql(operation)
                : op(
                        "renameSequence",
                        operation.before().spelled(),
                        operation.after().spelled());
    }

    @Override
    public List<JavaCall> renameEnumValue(RenameEnumValue operation) {
        return op("renameEnumValue", operation.type().spelled(), operation.before(), operation.after());
    }

    @Override
    public List<JavaCall> renameValue(RenameValue operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> createView(CreateView operation) {
        View view = operation.view();
        List<String> comments = new ArrayList<>();
        if (view.comment() != null) {
            comments.add(call("comment", view.comment()));
        }
        view.columnComments().forEach((column, text) -> comments.add(call("columnComment", column, text)));
        String head = ".createView(" + literal(view.name().spelled()) + ", "
                + literal(view.query().declared());
        return List.of(JavaCall.of(head + (comments.isEmpty() ? "" : ", v -> v" + String.join("", comments)) + ")"));
    }

    @Override
    public List<JavaCall> dropView(DropView operation) {
        return op("dropView", operation.view().name().spelled());
    }

    @Override
    public List<JavaCall> alterView(AlterView operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> takeDown(TakeDown operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> putBack(PutBack operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> createType(CreateType operation) {
        return operation.type().accept(new TypeCalls(true)).orElseGet(() -> sql(operation));
    }

    @Override
    public List<JavaCall> dropType(DropType operation) {
        return operation.type().accept(new TypeCalls(false)).orElseGet(() -> sql(operation));
    }

    @Override
    public List<JavaCall> renameType(RenameType operation) {
        return op("renameType", operation.before().spelled(), operation.after().spelled());
    }

    @Override
    public List<JavaCall> alterType(AlterType operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> addEnumValues(AddEnumValues operation) {
        return TypeCalls.added(operation);
    }

    @Override
    public List<JavaCall> removeEnumValues(RemoveEnumValues operation) {
        return operation.steps().stream().flatMap(step -> of(step).stream()).toList();
    }

    @Override
    public List<JavaCall> createConversion(CreateConversion operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> dropConversion(DropConversion operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> createAuxiliaryObject(CreateAuxiliaryObject operation) {
        return sql(operation);
    }

    @Override
    public List<JavaCall> dropAuxiliaryObject(DropAuxiliaryObject operation) {
        return sql(operation);
    }
}
