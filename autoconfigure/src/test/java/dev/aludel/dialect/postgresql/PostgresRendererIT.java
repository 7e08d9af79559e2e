package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRendererIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private final PostgresRenderer renderer = new PostgresRenderer();

    @Test
    void quotesEveryWordThatTheServerQuotes() {
        List<String> words = DATABASE.query("select word from pg_get_keywords() order by word");

        assertThat(words.stream().map(renderer::quote))
                .containsExactlyElementsOf(
                        DATABASE.query("select quote_ident(word) from pg_get_keywords() order by word"));
    }
}
