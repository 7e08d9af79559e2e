package dev.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @Test
    void givesEachTestClassAnEmptyDatabaseOnARealServer() {
        assertThat(DATABASE.query("select version()"))
                .singleElement()
                .asString()
                .startsWith("PostgreSQL " + TestDatabase.serverVersion());
        assertThat(DATABASE.query("select relname from pg_class where relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }
}
