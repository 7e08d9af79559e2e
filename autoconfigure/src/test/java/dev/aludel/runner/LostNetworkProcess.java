package dev.aludel.runner;

import dev.aludel.AludelException;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.runner.session.RunnerSettings;
import java.sql.DriverManager;
import java.util.Properties;

/** A process that migrates by one statement of an hour, on connections as Aludel makes them; it says what it failed of. */
final class LostNetworkProcess {

    private LostNetworkProcess() {}

    /** @param args the URL */
    public static void main(String[] args) {
        Properties properties = new Properties();
        properties.putAll(new PostgresDialect().sessions().driverProperties());
        try {
            Runners.runner(
                            () -> DriverManager.getConnection(args[0], properties),
                            RunnerSettings.defaults(),
                            Runners.revision("a", "base", "select pg_sleep(3600)", "select 1"))
                    .upgrade("heads");
        } catch (AludelException e) {
            System.out.println(e.getMessage());
        }
    }
}
