package dev.aludel.dialect.postgresql.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRendererIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private final PostgresRenderer renderer = new PostgresRenderer();

    /** The words of all versions are quoted on each, and nothing beyond those of the newest. */
    @Test
    void quotesEveryWordThatTheServerQuotes() {
        List<String> quoted =
                DATABASE.query("select word from pg_get_keywords() where quote_ident(word) <> word order by word");

        List<String> words = DATABASE.query("select word from pg_get_keywords() order by word").stream()
                .filter(word -> !renderer.quote(word).equals(word))
                .toList();

        assertThat(words).containsAll(quoted);
        if (TestDatabase.serverVersion() == 18) {
            assertThat(words).isEqualTo(quoted);
        }
    }
}
