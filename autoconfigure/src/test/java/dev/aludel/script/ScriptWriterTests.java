package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.postgresql.script.PostgresStatementLexer;
import dev.aludel.revision.Revision;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.script.ScriptSource.ScriptFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptWriterTests {

    private static final Instant CREATED = Instant.parse("2026-11-22T10:15:00Z");

    private static Script script(Revision revision, String upgrade, String downgrade) {
        return new Script(revision, CREATED, List.of(), true, null, SqlBody.of(upgrade, downgrade), "");
    }

    private static Script read(String text) {
        return new ScriptReader(new PostgresStatementLexer()::plainLines).read(new ScriptFile("", text));
    }

    private static Script withoutLines(Script script) {
        return new Script(
                script.revision(),
                script.created(),
                script.creates(),
                script.transactional(),
                script.irreversible(),
                SqlBody.of(script.sql().upgrade(), script.sql().downgrade()),
                "");
    }

    @Test
    void writesTheContractsExample() {
        Script script = script(
                Revision.of("3f2a9c1b7d40", "add email to users", "1b9e0c44a2d1"),
                "alter table users add column email varchar(255);",
                "alter table users drop column email;");
        assertThat(new ScriptWriter().write(script)).isEqualTo("""
                -- revision: 3f2a9c1b7d40
                -- down-revision: 1b9e0c44a2d1
                -- message: add email to users
                -- created: 2026-11-22T10:15:00Z

                -- upgrade
                alter table users add column email varchar(255);

                -- downgrade
                alter table users drop column email;
                """);
    }

    @Test
    void writesAllHeadersAndEmptySections() {
        Script script = new Script(
                new Revision("m", List.of("a", "b"), "", Set.of("y", "x"), List.of("c"), List.of("p", "q")),
                CREATED,
                List.of(
                        new SchemaObject(Kind.TABLE, ObjectName.of("users")),
                        new SchemaObject(Kind.INDEX, ObjectName.of("audit", "ix users"))),
                false,
                "rows are\ngone",
                SqlBody.of("", ""),
                "");
        String text = new ScriptWriter().write(script);
        assertThat(text).isEqualTo("""
                -- revision: m
                -- down-revision: a, b
                -- created: 2026-11-22T10:15:00Z
                -- branch-labels: x, y
                -- depends-on: c
                -- replaces: p, q
                -- creates: table users, index audit."ix users"
                -- transactional: false
                -- irreversible: rows are gone

                -- upgrade

                -- downgrade
                """);
        assertThat(new ScriptWriter().write(read(text))).isEqualTo(text);
    }

    @Test
    void whatIsWrittenIsReadAsTheSameScript() {
        List<String> messages = List.of("", "a: b", "-- upgrade", "it's \"so\"", "größe  毎日", "trailing --");
        List<String> sections = List.of(
                "",
                "select 1",
                "select 1;\n\n  -- note\n  select '\n-- downgrade\n';",
                "  indented;\nselect E'\\'';",
                "do $$\n\n-- upgrade\n$$;");
        for (String message : messages) {
            for (String upgrade : sections) {
                for (String downgrade : sections) {
                    Script script = script(Revision.of("a", message), upgrade, downgrade);
                    String text = new ScriptWriter().write(script);
                    assertThat(withoutLines(read(text))).isEqualTo(script);
                    assertThat(new ScriptWriter().write(read(text))).isEqualTo(text);
                }
            }
        }
    }

    @Test
    void aMessageIsOneLine() {
        String text = new ScriptWriter().write(script(Revision.of("a", " first \r\n\n second\u2028third\n"), "", ""));
        assertThat(text).contains("-- message: first second third\n");
        assertThat(read(text).revision().message()).isEqualTo("first second third");
    }

    @Test
    void everyObjectIsReadAsItWasWritten() {
        List<String> names = List.of(
                "users",
                "Users",
                "order",
                "a b",
                "Odd, name",
                "a.b",
                "a\"b",
                "\"",
                "größe",
                "1a",
                "a$b",
                "U&",
                "back\\slash",
                "line\nbreak",
                "tab\tand\\\"both",
                "table",
                "-- upgrade",
                "毎日",
                "\u2028");
        List<SchemaObject> objects = new ArrayList<>();
        for (String name : names) {
            Arrays.stream(Kind.values()).forEach(kind -> objects.add(new SchemaObject(kind, ObjectName.of(name))));
            names.forEach(schema -> objects.add(new SchemaObject(Kind.TABLE, ObjectName.of(schema, name))));
        }
        String text = SchemaObjects.print(objects);
        assertThat(text.lines()).hasSize(1);
        assertThat(SchemaObjects.parse(text)).isEqualTo(objects);
        assertThat(SchemaObjects.print(List.of(
                        new SchemaObject(Kind.TABLE, ObjectName.of("users")),
                        new SchemaObject(Kind.MATERIALIZED_VIEW, ObjectName.of("Audit", "Odd, \"name\"")))))
                .isEqualTo("table users, materialized view \"Audit\".\"Odd, \"\"name\"\"\"");
    }
}
