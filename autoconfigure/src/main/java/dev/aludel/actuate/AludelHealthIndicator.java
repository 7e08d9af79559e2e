package dev.aludel.actuate;

import dev.aludel.command.Unit;
import dev.aludel.command.Units;
import dev.aludel.runner.Status.State;
import dev.aludel.runner.session.DatabaseUnavailableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Down when a revision was begun and neither finished nor taken back; else up, with the state of the revisions as a detail.
 * Without a connection it does not know: that the database is down is told by its own health.
 */
public class AludelHealthIndicator extends AbstractHealthIndicator {

    private static final String DETAIL = "status";

    private final Units units;

    /** Makes the health indicator of an application's units. */
    public AludelHealthIndicator(Units units) {
        super("The state of the database's revisions cannot be told");
        this.units = units;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Map<String, String> states = new LinkedHashMap<>();
        List<State> managed = new ArrayList<>();
        try {
            for (Unit unit : units.all()) {
                if (unit.leftAlone().getAsBoolean()) {
                    states.put(unit.name(), AludelEndpoint.UNMANAGED);
                } else {
                    State state = unit.commands().status().state();
                    managed.add(state);
                    states.put(unit.name(), state.name());
                }
            }
        } catch (DatabaseUnavailableException e) {
            builder.unknown();
            return;
        }
        builder.status(managed.contains(State.INTERRUPTED) ? Status.DOWN : Status.UP)
                .withDetail(
                        DETAIL, AludelEndpoint.worst(managed).map(State::name).orElse(AludelEndpoint.UNMANAGED));
        if (states.size() > 1) {
            builder.withDetail("units", states);
        }
    }
}
