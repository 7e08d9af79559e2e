package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.aludel.dialect.postgresql.script.PostgresStatementLexer;
import dev.aludel.script.InvalidScriptException.Finding;
import dev.aludel.script.ScriptSource.ScriptFile;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptReaderTests {

    private static final String EXAMPLE = """
            -- revision: 3f2a9c1b7d40
            -- down-revision: 1b9e0c44a2d1
            -- message: add email to users
            -- created: 2026-11-22T10:15:00Z

            -- upgrade
            alter table users add column email varchar(255);

            -- downgrade
            alter table users drop column email;
            """;

    private static Script read(String text) {
        return new ScriptReader(new PostgresStatementLexer()::plainLines).read(new ScriptFile("v/a.sql", text));
    }

    @Test
    void readsAScript() {
        Script script = read(EXAMPLE);
        assertThat(script.id()).isEqualTo("3f2a9c1b7d40");
        assertThat(script.revision().downRevisions()).containsExactly("1b9e0c44a2d1");
        assertThat(script.revision().message()).isEqualTo("add email to users");
        assertThat(script.created()).isEqualTo(Instant.parse("2026-11-22T10:15:00Z"));
        assertThat(script.transactional()).isTrue();
        assertThat(script.irreversibleReason()).isEmpty();
        assertThat(script.creates()).isEmpty();
        assertThat(script.sql().upgrade()).isEqualTo("alter table users add column email varchar(255);");
        assertThat(script.sql().upgradeLine()).isEqualTo(7);
        assertThat(script.sql().downgrade()).isEqualTo("alter table users drop column email;");
        assertThat(script.sql().downgradeLine()).isEqualTo(10);
        assertThat(script.location()).isEqualTo("v/a.sql");
    }

    @Test
    void readsTheSameWithAByteOrderMarkAndWindowsLineEnds() {
        assertThat(read("\uFEFF" + EXAMPLE.replace("\n", "\r\n"))).isEqualTo(read(EXAMPLE));
    }

    @Test
    void readsAllHeaders() {
        Script script = read("""
                -- revision: m
                -- down-revision: a, b
                -- branch-labels: orders, stock
                -- depends-on: x,y
                -- replaces: p, q
                -- creates: table users, sequence audit."Odd, name"
                -- transactional: false
                -- irreversible: rows: gone

                -- upgrade
                -- downgrade
                """);
        assertThat(script.revision().downRevisions()).containsExactly("a", "b");
        assertThat(script.revision().branchLabels()).containsExactlyInAnyOrder("orders", "stock");
        assertThat(script.revision().dependsOn()).containsExactly("x", "y");
        assertThat(script.revision().replaces()).containsExactly("p", "q");
        assertThat(script.creates()).hasToString("[table users, sequence audit.Odd, name]");
        assertThat(script.transactional()).isFalse();
        assertThat(script.irreversibleReason()).contains("rows: gone");
        assertThat(script.sql().upgrade()).isEmpty();
        assertThat(script.sql().downgrade()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-- down-revision:\n", "-- down-revision: base\n"})
    void aBaseHasNoDownRevision(String header) {
        Script script = read("-- revision: a\n" + header + "\n-- upgrade\n-- downgrade");
        assertThat(script.revision().isBase()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "table users,",
                "table users, ,table b",
                "table",
                "table users b",
                "table a.",
                "table a.b.c",
                "table \"a",
                "table \"\"",
                "table U&\"\\zzzz\"",
                "users"
            })
    void refusesAListOfObjectsThatIsNone(String list) {
        assertThatThrownBy(() -> read("-- revision: a\n-- creates: " + list + "\n" + SECTIONS))
                .isInstanceOf(InvalidScriptException.class)
                .hasMessageContaining("v/a.sql:2: the header 'creates' has ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T10:15:00Z", "2026-11-22T11:15:00+01:00", "2026-11-22T10:15:00.000Z"})
    void readsATimeInAnyZone(String time) {
        assertThat(read("-- revision: a\n-- created: " + time + "\n" + SECTIONS).created())
                .isEqualTo(Instant.parse("2026-11-22T10:15:00Z"));
    }

    @Test
    void aMarkerInAQuoteOrCommentIsText() {
        Script script = read("""
                -- revision: a

                -- upgrade
                insert into t values ('
                -- downgrade
                ');
                /*
                -- upgrade
                */
                  -- downgrade
                do $$
                -- downgrade
                $$;

                -- downgrade
                select 1;
                """);
        assertThat(script.sql().upgrade()).startsWith("insert").endsWith("$$;");
        assertThat(script.sql().downgrade()).isEqualTo("select 1;");
        assertThat(script.sql().downgradeLine()).isEqualTo(16);
    }

    private static final String SECTIONS = "\n-- upgrade\n-- downgrade\n";

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments(
                        "-- mesage: a\n-- revision: a\n" + SECTIONS,
                        1,
                        "unknown header 'mesage'; expected one of revision,"),
                arguments("-- revision: a\n-- revision: b\n" + SECTIONS, 2, "'revision' is there twice"),
                arguments("-- message: a\n" + SECTIONS, 1, "'revision' is missing"),
                arguments("-- revision: a-b\n" + SECTIONS, 1, "names 'a-b', which cannot be an id"),
                arguments("-- revision: head\n" + SECTIONS, 1, "names 'head'"),
                arguments("-- revision: a\n-- down-revision: b,,c\n" + SECTIONS, 2, "names ''"),
                arguments("-- revision: a\n-- down-revision: b, base\n" + SECTIONS, 2, "names 'base'"),
                arguments("-- revision: a\n-- down-revision: b, b\n" + SECTIONS, 2, "twice"),
                arguments("-- revision: a\n-- created: yesterday\n" + SECTIONS, 2, "expected a time such as"),
                arguments("-- revision: a\n-- transactional: no\n" + SECTIONS, 2, "expected true or false"),
                arguments("-- revision: a\n-- irreversible:\n" + SECTIONS, 2, "gives no reason"),
                arguments(
                        "-- revision: a\n-- creates: tabel users\n" + SECTIONS, 2, "'tabel users', which is no object"),
                arguments("-- revision: a\n-- creates: table Users\n" + SECTIONS, 2, "'table Users'"),
                arguments("-- revision: a\ncreate table t();\n" + SECTIONS, 2, "'create table t();' is no header"),
                arguments(
                        "-- revision: a\n\n-- transactional: false\n" + SECTIONS, 3, "stands before the first section"),
                arguments("-- revision: a\n\n--upgrade\n-- downgrade\n", 3, "expected the line '-- upgrade'"),
                arguments("-- revision: a\n\n-- upgrade\nselect 1;", 4, "'-- downgrade' is missing"),
                arguments("-- revision: a\n\n-- upgrade\n-- upgrade\n-- downgrade\n", 4, "there again, after line 3"),
                arguments("-- revision: a\n\n-- downgrade\n-- upgrade\n", 3, "stands before '-- upgrade'"),
                arguments(
                        "-- revision: a\n\n-- upgrade\n-- upgrade\nselect 'a;\n-- downgrade\n",
                        0,
                        "v/a.sql: Line 5: the string '"),
                arguments("-- revision: a\n\n-- Upgrade\n-- downgrade\n", 3, "'-- Upgrade' begins no section"),
                arguments("-- revision: a\n-- UPGRADE\n-- downgrade\n", 2, "expected the line '-- upgrade'"),
                arguments("-- revision: a\n\n  -- upgrade\n-- downgrade\n", 3, "without anything before or behind it"),
                arguments("-- revision: a\n\n-- upgrade: users\n-- downgrade\n", 3, "'-- upgrade: users' begins no"),
                arguments("-- revision: a\n\n-- upgrade\n--downgrade\n", 4, "'--downgrade' begins no section"),
                arguments(
                        "-- Copyright 2026\n-- All rights reserved.\n\n-- revision: a\n" + SECTIONS,
                        1,
                        "'-- Copyright 2026' stands before the header; expected '-- revision: <id>' first"),
                arguments("/* Copyright */\n-- revision: a\n" + SECTIONS, 1, "stands before the header"),
                arguments("-- revision: a\ncreate table t ();\n\n-- upgrade\n-- downgrade\n", 2, "and a blank line"),
                arguments("-- revision: a\n" + SECTIONS + "select '\0';\n", 5, "a NUL character"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesABrokenScriptWithFileLineAndWhatIsExpected(String text, int line, String problem) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidScriptException.class)
                .hasMessageContaining(line == 0 ? "v/a.sql: " : "v/a.sql:" + line + ": ")
                .hasMessageContaining(problem)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"create table t (a int);\n", ""})
    void whatIsNoScriptLacksAllOfIt(String text) {
        assertThatThrownBy(() -> read(text))
                .hasMessageContaining("'revision' is missing")
                .hasMessageContaining("'-- upgrade' is missing")
                .hasMessageContaining("'-- downgrade' is missing");
    }

    @Test
    void looksIntoNoSectionWhereEachMarkerIsThereOnce() {
        ScriptReader reader = new ScriptReader(text -> {
            throw new AssertionError("looked into");
        });

        assertThat(reader.read(new ScriptFile("a.sql", "-- revision: a\n\n-- upgrade\nselect 'a';\n-- downgrade\n"))
                        .sql()
                        .upgrade())
                .isEqualTo("select 'a';");
    }

    @Test
    void namesAllThatIsWrongInAFile() {
        var exception = catchThrowableOfType(
                InvalidScriptException.class,
                () -> read("-- revison: a\n-- created: now\n-- transactional: maybe\n\nselect 1;\n-- upgrade\n"));
        assertThat(exception.findings()).extracting(Finding::line).containsExactly(1, 1, 2, 3, 5, 7);
    }
}
