package dev.aludel.autoconfigure;

import dev.aludel.autoconfigure.AludelProperties.Autogenerate;
import dev.aludel.autoconfigure.AludelProperties.Mode;
import dev.aludel.autoconfigure.AludelProperties.OnReady;
import dev.aludel.compare.Comparison;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.Status;
import dev.aludel.runner.Status.State;
import dev.aludel.runner.session.TransactionPoolerException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an application's start does with the difference between the metamodel and the database. */
final class StartComparison {

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel");

    private final MigrationRunner runner;
    private final MigratedDatabase database;
    private final Entities entities;
    private final AludelProperties properties;
    private final StartAutogenerate autogenerate;

    StartComparison(
            MigrationRunner runner,
            MigratedDatabase database,
            Entities entities,
            AludelProperties properties,
            StartAutogenerate autogenerate) {
        this.runner = runner;
        this.database = database;
        this.entities = entities;
        this.properties = properties;
        this.autogenerate = autogenerate;
    }

    /**
     * Does it.
     *
     * @param known where the database stands, if that is known already
     * @param applied whether this start applied revisions; what is proven is then kept with the last of them
     */
    void run(Optional<Status> known, boolean applied) {
        if (properties.mode() == Mode.OFF || database.isLeftToBoot()) {
            return;
        }
        Status status = known.orElseGet(runner::status);
        if (!status.unknown().isEmpty()) {
            LOG.info(
                    "The database has revisions that this build does not have, and so is not compared with the metamodel");
        } else if (status.state() != State.UP_TO_DATE && status.state() != State.DRIFTED) {
            LOG.info(
                    "The database is not at the head of this build's revisions, and so is not compared with the metamodel");
        } else if (!isWanted() || !entities.arePresent()) {
            LOG.info("Database is at {}", Drift.heads(status));
        } else {
            compare(status, applied);
        }
    }

    private boolean isWanted() {
        return properties.compare().onReady() != OnReady.OFF || autogenerates();
    }

    private boolean autogenerates() {
        return properties.mode() == Mode.UPGRADE && properties.autogenerate() != Autogenerate.OFF;
    }

    private void compare(Status status, boolean applied) {
        try {
            compared(status, applied, runner.compare());
        } catch (TransactionPoolerException e) {
            if (failsForDrift()) {
                throw e;
            }
            LOG.warn("Database is at {} and not compared with the metamodel: {}", Drift.heads(status), e.getMessage());
        }
    }

    private void compared(Status status, boolean applied, Comparison comparison) {
        if (applied) {
            runner.remember(comparison);
        }
        Drift.remark(comparison);
        if (comparison.isEqual()) {
            LOG.info("Database is at {} and equal to the metamodel", Drift.heads(status));
        } else if (autogenerates()) {
            autogenerate.run();
        } else {
            differs(comparison);
        }
    }

    private boolean failsForDrift() {
        return properties.mode() == Mode.VALIDATE || properties.compare().onReady() == OnReady.FAIL;
    }

    private void differs(Comparison comparison) {
        if (failsForDrift()) {
            throw new DriftException(comparison.describe());
        }
        Drift.warn(comparison);
    }
}
