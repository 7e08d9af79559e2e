package dev.aludel.runner.session;

import java.sql.SQLException;

/** What a step does. */
@FunctionalInterface
public interface Work {
    void run() throws SQLException;
}
