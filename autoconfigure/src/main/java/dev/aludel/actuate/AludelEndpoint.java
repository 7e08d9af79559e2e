package dev.aludel.actuate;

import dev.aludel.command.Commands;
import dev.aludel.command.RevisionDetail;
import dev.aludel.revision.InvalidIdentifierException;
import dev.aludel.revision.RevisionNotFoundException;
import dev.aludel.runner.Status;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
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
    private static final String UNIT = "default";

    private final Commands commands;
    private final BooleanSupplier unmanaged;
    private final Show showSql;

    /**
     * Makes the endpoint.
     *
     * @param unmanaged whether the application's database is one that Aludel leaves alone
     * @param showSql when the SQL of a revision is shown
     */
    public AludelEndpoint(Commands commands, BooleanSupplier unmanaged, Show showSql) {
        this.commands = commands;
        this.unmanaged = unmanaged;
        this.showSql = showSql;
    }

    /** Where the database stands. */
    @ReadOperation
    public AludelDescriptor aludel() {
        if (unmanaged.getAsBoolean()) {
            return new AludelDescriptor(UNMANAGED, Map.of());
        }
        Status status = commands.status();
        return new AludelDescriptor(
                status.state().name(),
                Map.of(UNIT, UnitDescriptor.of(status, commands.said(status.pending()), commands::hazards)));
    }

    /** One revision by its id, a unique beginning of it, or another identifier; null if there is none. */
    @ReadOperation
    public @Nullable RevisionDescriptor revision(@Selector String revision) {
        return revision(revision, showSql.isShown(true));
    }

    @Nullable
    RevisionDescriptor revision(String identifier, boolean showUnsanitized) {
        try {
            List<RevisionDetail> found = commands.show(identifier);
            return found.size() == 1
                    ? RevisionDescriptor.of(
                            found.get(0), sql -> showUnsanitized ? sql : SanitizableData.SANITIZED_VALUE)
                    : null;
        } catch (RevisionNotFoundException | InvalidIdentifierException e) {
            return null;
        }
    }
}
