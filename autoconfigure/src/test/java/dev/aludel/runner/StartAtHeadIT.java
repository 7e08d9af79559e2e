package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.StatementLexer;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.schema.Model;
import dev.aludel.schema.Schema;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A start at head looks into no section. */
class StartAtHeadIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private final AtomicInteger texts = new AtomicInteger();

    /** The dialect, whose lexer counts the texts that it is given. */
    private Dialect counted() {
        StatementLexer real = new PostgresDialect().lexer();
        StatementLexer lexer = proxy(StatementLexer.class, real, null);
        return proxy(Dialect.class, new PostgresDialect(), lexer);
    }

    private <T> T proxy(Class<T> type, T real, @Nullable StatementLexer lexer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (type == StatementLexer.class) {
                        texts.incrementAndGet();
                    }
                    return lexer != null && method.getName().equals("lexer") ? lexer : method.invoke(real, arguments);
                }));
    }

    @Test
    void lexesNothing() {
        ScriptFile a = revision("a", "base", "create table a (t text default 'x')", "drop table a");
        ScriptFile b = revision("b", "a", "insert into a values ('-- upgrade')", "delete from a where t <> '$$'");
        MigrationRunner runner = new MigrationRunner(
                counted(),
                DATABASE::open,
                () -> List.of(a, b),
                () -> Model.of(Schema.empty()),
                RunnerSettings.defaults());
        runner.upgrade("heads");
        assertThat(texts).hasPositiveValue();
        texts.set(0);

        assertThat(runner.upgrade("heads")).isEmpty();
        assertThat(runner.current()).containsExactly("b");

        assertThat(texts).hasValue(0);
    }
}
