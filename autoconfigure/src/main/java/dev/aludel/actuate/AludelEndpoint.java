package dev.aludel.actuate;

import dev.aludel.command.Commands;
import dev.aludel.command.RevisionDetail;
import dev.aludel.command.Unit;
import dev.aludel.command.Units;
import dev.aludel.revision.InvalidIdentifierException;
import dev.aludel.revision.RevisionNotFoundException;
import dev.aludel.runner.Status;
import dev.aludel.runner.Status.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * Shows where the database stands, and one revision with its SQL. It reads the version table and the scripts; the difference
 * from the metamodel is that of the application's last comparison.
 */
@Endpoint(id = "aludel")
public class AludelEndpoint {

    static final String UNMANAGED = "UNMANAGED";

    private static final List<State> WORST_FIRST =
            List.of(State.INTERRUPTED, State.AHEAD, State.PENDING, State.DRIFTED, State.UP_TO_DATE);

    private final Units units;
    private final Show showSql;

    /**
     * Makes the endpoint.
     *
     * @param showSql when the SQL of a revision is shown
     */
    public AludelEndpoint(Units units, Show showSql) {
        this.units = units;
        this.showSql = showSql;
    }

    /** Where the database stands. */
    @ReadOperation
    public AludelDescriptor aludel() {
        Map<String, UnitDescriptor> descriptors = new LinkedHashMap<>();
        List<State> states = new ArrayList<>();
        for (Unit unit : managed()) {
            Commands commands = unit.commands();
            Status status = commands.status();
            states.add(status.state());
            descriptors.put(unit.name(), UnitDescriptor.of(status, commands.said(status.pending()), commands::hazards));
        }
        return new AludelDescriptor(worst(states).map(State::name).orElse(UNMANAGED), descriptors);
    }

    private List<Unit> managed() {
        return units.all().stream()
                .filter(unit -> !unit.leftAlone().getAsBoolean())
                .toList();
    }

    /** The state that most needs somebody to act, of several units'. */
    static Optional<State> worst(List<State> states) {
        return WORST_FIRST.stream().filter(states::contains).findFirst();
    }

    /** One revision by its id, a unique beginning of it, or another identifier; null if there is none. */
    @ReadOperation
    public @Nullable RevisionDescriptor revision(@Selector String revision) {
        return revision(revision, showSql.isShown(true));
    }

    @Nullable
    RevisionDescriptor revision(String identifier, boolean showUnsanitized) {
        return managed().stream()
                .flatMap(unit -> shown(unit.commands(), identifier).stream())
                .findFirst()
                .map(found ->
                        RevisionDescriptor.of(found, sql -> showUnsanitized ? sql : SanitizableData.SANITIZED_VALUE))
                .orElse(null);
    }

    private static Optional<RevisionDetail> shown(Commands commands, String identifier) {
        try {
            List<RevisionDetail> found = commands.show(identifier);
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        } catch (RevisionNotFoundException | InvalidIdentifierException e) {
            return Optional.empty();
        }
    }
}
