package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.conversion.Conversion;
import dev.aludel.dialect.postgresql.conversion.Effect;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
import dev.aludel.schema.Column;
import java.util.Optional;

/** Finds what no downgrade can do as soon as there are rows: a type whose values the old one cannot take. */
final class WayBack extends PartialVisitor<Optional<String>> {

    @Override
    protected Optional<String> other(Operation operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> alterColumn(AlterColumn operation) {
        Column before = operation.before();
        Column after = operation.after();
        AlterColumn back = operation.reverse();
        boolean computed = before.generated() != null || after.generated() != null;
        return computed || !Conversion.between(back.before(), back.after()).has(Effect.NEVER)
                ? Optional.empty()
                : Optional.of("column '%s.%s' was of type %s, which no value of type %s can become again"
                        .formatted(operation.table(), after.name(), before.type(), after.type()));
    }
}
