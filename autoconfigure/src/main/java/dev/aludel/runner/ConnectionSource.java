package dev.aludel.runner;

import java.sql.Connection;
import java.sql.SQLException;

/** Where the engine's connections come from. The one who opens a connection closes it. */
@FunctionalInterface
public interface ConnectionSource {

    Connection open() throws SQLException;
}
