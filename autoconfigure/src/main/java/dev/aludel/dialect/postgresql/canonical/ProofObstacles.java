package dev.aludel.dialect.postgresql.canonical;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a server could not be asked (PostgreSQL manual, appendix A): that says nothing about the text in question. */
final class ProofObstacles {

    private ProofObstacles() {}

    /**
     * The obstacle in words; null where the server refused the text itself.
     *
     * @throws SQLException the failure, when the connection is of no further use
     */
    static @Nullable String of(SQLException failure) throws SQLException {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "08000");
        String message = Objects.requireNonNullElse(failure.getMessage(), state)
                .lines()
                .findFirst()
                .orElse(state)
                .replace("ERROR: ", "");
        return switch (state) {
            case "42501" -> "no privilege (" + message + ")";
            case "25006" -> "the database takes no writes (" + message + ")";
            case "55P03", "40P01" -> "a lock was held (" + message + ")";
            case "57014" -> "a timeout was reached (" + message + ")";
            default -> {
                if (state.startsWith("08") || state.startsWith("57P")) {
                    throw failure;
                }
                boolean exhausted = state.startsWith("53");
                yield exhausted ? "the server is out of resources (" + message + ")" : null;
            }
        };
    }
}
