package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.session.ConnectionSource;
import dev.aludel.runner.session.DatabaseUnavailableException;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where there is no connection, one line says what is wrong and what to do. */
class NoConnectionIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static void isToldOf(ConnectionSource connections, String... words) {
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> runner(connections, RunnerSettings.defaults()).status())
                .satisfies(e -> assertThat(e.getMessage()).contains(words).doesNotContain("\n"));
    }

    private static void isToldOf(String url, String... words) {
        isToldOf(() -> DriverManager.getConnection(url), words);
    }

    @Test
    void anUnknownHostIsNamed() {
        isToldOf(
                "jdbc:postgresql://no.such.host.invalid/shop?user=shop",
                "The host 'no.such.host.invalid' is not known");
    }

    @Test
    void aServerThatIsNotThereIsToldApart() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        isToldOf(
                "jdbc:postgresql://127.0.0.1:" + port + "/shop?user=shop",
                "refused",
                "Check that the server is running, and host and port");
    }

    @Test
    void aDatabaseThatDoesNotExistIsToBeCreated() {
        isToldOf(
                DATABASE.url().replace(DATABASE.name(), "no_such"),
                "\"no_such\" does not exist",
                "Create the database");
    }

    @Test
    void aRoleThatDoesNotExistIsNoWrongUrl() {
        isToldOf(
                DATABASE.url().replace("user=postgres", "user=nobody"),
                "role \"nobody\" does not exist",
                "The server lets this role not in");
    }

    @Test
    void anEncryptionThatTheServerDoesNotOfferIsNamed() {
        isToldOf(DATABASE.url() + "&sslmode=require", "SSL", "sslmode");
    }

    @Test
    void tooManyConnectionsAreNoServerThatIsDown() {
        isToldOf(
                () -> {
                    throw new SQLException("FATAL: sorry, too many clients already", "53300");
                },
                "make the pools smaller, or raise max_connections");
    }

    @Test
    void aPoolThatIsUsedUpIsNamed() {
        isToldOf(
                () -> {
                    throw new SQLTransientConnectionException("HikariPool-1 - Connection is not available");
                },
                "spring.datasource.hikari.maximum-pool-size");
    }

    @Test
    void aPasswordThatIsMissingIsToBeSet() {
        isToldOf(
                () -> {
                    throw new SQLException(
                            "The server requested SCRAM-based authentication, but no password was provided.", "08004");
                },
                "Set spring.datasource.password");
    }

    @Test
    void aMissingPrivilegeIsNoMistakeOfTheScript() {
        DATABASE.execute(
                "drop role if exists guest",
                "create role guest login",
                "grant create, usage on schema public to guest");
        DATABASE.execute("create schema closed");
        ConnectionSource asGuest =
                () -> DriverManager.getConnection(DATABASE.url().replace("user=postgres", "user=guest"));

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> runner(
                                asGuest,
                                RunnerSettings.defaults(),
                                revision("a", "base", "create table closed.t ()", "drop table closed.t"))
                        .upgrade("heads"))
                .withMessageContaining("Give the role the privilege")
                .withMessageContaining("rolled back")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("mend the script"));
        DATABASE.execute("drop owned by guest", "drop role guest");
    }
}
