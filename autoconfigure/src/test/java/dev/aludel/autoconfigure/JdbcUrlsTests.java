package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JdbcUrlsTests {

    @Test
    void takesTheUserOut() {
        assertThat(JdbcUrls.withoutUser("jdbc:postgresql://h/d?user=u&password=p"))
                .isEqualTo("jdbc:postgresql://h/d");
        assertThat(JdbcUrls.withoutUser("jdbc:postgresql://h/d?ssl=true&user=u&sslmode=require&password=p"))
                .isEqualTo("jdbc:postgresql://h/d?ssl=true&sslmode=require");
        assertThat(JdbcUrls.withoutUser("jdbc:postgresql://h/d")).isEqualTo("jdbc:postgresql://h/d");
    }

    @Test
    void findsTheUser() {
        assertThat(JdbcUrls.namesUser("jdbc:postgresql://h/d?user=u")).isTrue();
        assertThat(JdbcUrls.namesUser("jdbc:postgresql://h/d?ssluser=u")).isFalse();
    }
}
