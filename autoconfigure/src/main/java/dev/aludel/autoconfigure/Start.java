package dev.aludel.autoconfigure;

import dev.aludel.autoconfigure.AludelProperties.Phase;
import dev.aludel.runner.Status;
import java.util.Optional;

/** The work of an application's start on one unit. */
record Start(String unit, StartUpgrade upgrade, StartComparison comparison) {

    /** Does what is to be done when the application is ready. */
    void run(Phase phase) {
        Optional<Status> status = phase == Phase.READY ? upgrade.run() : Optional.empty();
        comparison.run(status, upgrade.hasApplied());
    }
}
