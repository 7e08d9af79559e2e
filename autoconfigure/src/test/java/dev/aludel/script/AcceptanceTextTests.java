package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.postgresql.script.PostgresStatementLexer;
import dev.aludel.schema.Acceptance;
import dev.aludel.schema.Acceptance.Kind;
import dev.aludel.schema.ObjectName;
import dev.aludel.script.ScriptSource.ScriptFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceTextTests {

    @Test
    void isALineThatPeopleRead() {
        assertThat(AcceptanceText.print(new Acceptance(
                        Kind.TYPE, ObjectName.of("audit", "log"), "created at", "timestamp for timestamp(6)")))
                .isEqualTo("type audit.log.\"created at\": timestamp for timestamp(6)");
        assertThat(AcceptanceText.print(new Acceptance(Kind.NOT_NULL, ObjectName.of("users"), "name", "")))
                .isEqualTo("not-null users.name");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void isReadAsWritten(Kind kind) {
        for (String detail : new String[] {"", "a: b", "'x, \"y\"' for (z)", "two\n  lines"}) {
            for (String name : new String[] {"users", "Odd.name", "say \"no\"", "line\nbreak"}) {
                Acceptance acceptance =
                        new Acceptance(kind, ObjectName.of(name, name), kind.isOfPart() ? name : "", detail);

                String printed = AcceptanceText.print(acceptance);

                assertThat(printed).doesNotContain("\n");
                assertThat(AcceptanceText.parse(printed)).isEqualTo(acceptance);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "type",
                "colour users.name",
                "type users",
                "type users.",
                "type a.b.c.d",
                "start",
                "type a.b c"
            })
    void refusesWhatItDoesNotKnow(String text) {
        assertThatThrownBy(() -> AcceptanceText.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isAFindingInAScript() {
        ScriptFile file = new ScriptFile("a.sql", """
                -- revision: aa11
                -- accepts: type users.created: timestamp for timestamp(6)
                -- accepts: colour users.name

                -- upgrade

                -- downgrade
                """);

        assertThatThrownBy(() -> new ScriptReader(new PostgresStatementLexer()::plainLines).read(file))
                .hasMessageContaining("a.sql:3: ")
                .hasMessageContaining(
                        "the header 'accepts' has the unknown kind 'colour'; expected one of type, serial");
    }
}
