package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aludel.testing.TestDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A server that claims to be of another version. */
@ExtendWith(OutputCaptureExtension.class)
class ServerVersionIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static MigratedDatabase serverOf(int major) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("dataSource", new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return claiming(Connection.class, DATABASE.open(), major);
            }

            @Override
            public Connection getConnection(String username, String password) throws SQLException {
                return getConnection();
            }
        });
        MigrationDataSource choice = new MigrationDataSource(
                () -> null,
                () -> beans.getBean(DataSource.class),
                new AludelProperties.Datasource(null, null, null),
                beans);
        return new MigratedDatabase(choice, "");
    }

    private static <T> T claiming(Class<T> type, Object real, int major) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return switch (method.getName()) {
                    case "getMetaData" -> claiming(DatabaseMetaData.class, method.invoke(real, arguments), major);
                    case "getDatabaseMajorVersion" -> major;
                    default -> method.invoke(real, arguments);
                };
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    void isToldOfOnceWhereItIsLaterThanTheNewest(CapturedOutput output) throws SQLException {
        MigratedDatabase database = serverOf(19);

        database.open().close();
        database.openOwn().close();

        assertThat(output.getAll())
                .containsOnlyOnce("PostgreSQL 19 is later than what this build was tested with, which is 14 to 18");
    }

    @Test
    void isRefusedByNameWhereItIsTooOld() {
        assertThatExceptionOfType(UnsupportedDatabaseException.class)
                .isThrownBy(() -> serverOf(13).open())
                .withMessageContaining("PostgreSQL 13")
                .withMessageContaining("14 to 18");
    }
}
