package dev.aludel.dialect.postgresql.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresUrlsTests {

    private static final PostgresUrls URLS = new PostgresUrls();

    @Test
    void takesTheUserOut() {
        assertThat(URLS.withoutUser("jdbc:postgresql://h/d?user=u&password=p")).isEqualTo("jdbc:postgresql://h/d");
        assertThat(URLS.withoutUser("jdbc:postgresql://h/d?ssl=true&user=u&sslmode=require&password=p"))
                .isEqualTo("jdbc:postgresql://h/d?ssl=true&sslmode=require");
        assertThat(URLS.withoutUser("jdbc:postgresql://h/d")).isEqualTo("jdbc:postgresql://h/d");
    }

    @Test
    void findsTheUser() {
        assertThat(URLS.nameUser("jdbc:postgresql://h/d?user=u")).isTrue();
        assertThat(URLS.nameUser("jdbc:postgresql://h/d?ssluser=u")).isFalse();
    }
}
