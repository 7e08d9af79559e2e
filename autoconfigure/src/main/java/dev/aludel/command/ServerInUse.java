package dev.aludel.command;

import dev.aludel.dialect.Dialect;
import dev.aludel.diff.online.Server;
import dev.aludel.hazard.Impact;
import dev.aludel.hazard.Impact.Work;
import dev.aludel.hazard.Situation;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A database that others write to while it is migrated. */
record ServerInUse(Dialect dialect, Situation situation) implements Server {

    @Override
    public String quote(String identifier) {
        return dialect.renderer().quote(identifier);
    }

    @Override
    public String nameFor(ObjectName table, String column, String kind) {
        return dialect.renderer().nameFor(table, column, kind);
    }

    @Override
    public boolean validatesNotNull() {
        return dialect.renderer().rendersNotNull(situation.serverVersion());
    }

    @Override
    public boolean isWrittenPerRow(AddColumn added) {
        return works(added).anyMatch(work -> work != Work.NONE);
    }

    @Override
    public boolean isConvertedPerRow(AlterColumn altered) {
        Column before = altered.before();
        Column after = altered.after();
        return !situation.parents().contains(altered.table())
                && !before.type().equals(after.type())
                && works(altered).anyMatch(work -> work == Work.REWRITE)
                && converted(before, after).isPresent()
                && converted(after, before).isPresent();
    }

    @Override
    public Optional<String> converted(Column from, Column to) {
        return dialect.renderer().converted(from, to);
    }

    private Stream<Work> works(Operation operation) {
        return dialect.hazards().forecast(List.of(operation), List.of(), situation.anywhere()).stream()
                .flatMap(forecast -> forecast.impacts().stream())
                .map(Impact::work);
    }
}
