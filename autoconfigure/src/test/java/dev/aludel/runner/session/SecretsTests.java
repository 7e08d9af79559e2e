package dev.aludel.runner.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SecretsTests {

    @Test
    void takesPasswordsOutOfUrls() {
        assertThat(Secrets.masked(
                        "No driver for jdbc:postgresql://h/d?user=u&password=p&sslpassword=q or 'jdbc:x:y@h'"))
                .isEqualTo("No driver for jdbc:postgresql://h/d?user=u&password=***&sslpassword=*** or '***@h'");
        assertThat(Secrets.masked("jdbc:postgresql://u:p@h:5432/d")).isEqualTo("jdbc:postgresql://***@h:5432/d");
        assertThat(Secrets.masked("u:p@h")).isEqualTo("***@h");
    }

    @Test
    void leavesOtherWordsAlone() {
        String words =
                "Connection to localhost:1 refused. jdbc:postgresql://localhost:5432/shop, user@example.org at 12:30:01";
        assertThat(Secrets.masked(words)).isEqualTo(words);
    }

    @Test
    void keepsNoCauseThatTells() {
        SQLException telling = new SQLException("The connection attempt failed.", new IllegalStateException("u:p@h"));
        assertThat(new DatabaseUnavailableException(telling)).hasNoCause();
        assertThat(new DatabaseUnavailableException(new SQLException("no"))).hasCauseInstanceOf(SQLException.class);
    }
}
