package dev.aludel.actuate;

import dev.aludel.command.Commands;
import dev.aludel.runner.Status;
import dev.aludel.runner.Status.State;
import dev.aludel.runner.session.DatabaseUnavailableException;
import java.util.function.BooleanSupplier;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Down when a revision was begun and neither finished nor taken back; else up, with the state of the revisions as a detail.
 * Without a connection it does not know: that the database is down is told by its own health.
 */
public class AludelHealthIndicator extends AbstractHealthIndicator {

    private static final String DETAIL = "status";

    private final Commands commands;
    private final BooleanSupplier unmanaged;

    /**
     * Makes the health indicator.
     *
     * @param unmanaged whether the application's database is one that Aludel leaves alone
     */
    public AludelHealthIndicator(Commands commands, BooleanSupplier unmanaged) {
        super("The state of the database's revisions cannot be told");
        this.commands = commands;
        this.unmanaged = unmanaged;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (unmanaged.getAsBoolean()) {
            builder.up().withDetail(DETAIL, AludelEndpoint.UNMANAGED);
            return;
        }
        try {
            Status status = commands.status();
            builder.status(
                            status.state() == State.INTERRUPTED
                                    ? org.springframework.boot.health.contributor.Status.DOWN
                                    : org.springframework.boot.health.contributor.Status.UP)
                    .withDetail(DETAIL, status.state().name());
        } catch (DatabaseUnavailableException e) {
            builder.unknown();
        }
    }
}
