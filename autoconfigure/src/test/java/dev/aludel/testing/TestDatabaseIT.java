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
                .startsWith("PostgreSQL 18");
        assertThat(DATABASE.query("select relname from pg_class where relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }
}
