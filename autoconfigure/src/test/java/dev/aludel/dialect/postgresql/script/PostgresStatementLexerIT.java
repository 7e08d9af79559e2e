package dev.aludel.dialect.postgresql.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStatementLexerIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @Test
    void theServerRunsEachStatementOfAScriptWithEverythingInIt() throws SQLException {
        String script = """
                create table t (a int, "b;c" text default 'x;y'); -- a note; with a semicolon
                create table log (a int);
                create rule r as on insert to t do also (insert into log values (new.a); insert into log values (-new.a););
                create or replace function f(x int) returns int language sql
                begin atomic
                  insert into log values (case when x > 0 then 100 else 0 end);
                  select count(*)::int as end from log;
                end;
                create function g() returns int language plpgsql as $body$
                begin
                  perform 1; /* ; */
                  return 7;
                end;
                $body$;
                do $$ begin insert into t values (1, E'it\\'s; \\';'); end $$;
                insert into t values (2, E'a'
                  '\\'b;');
                comment on table t is U&'d\\0061ta;'
                """;
        try (Connection connection = DATABASE.open();
                java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false); // the driver's own lexer does not know continued E'' strings
            for (Statement split : new PostgresStatementLexer().split(script)) {
                statement.execute(split.sql());
            }
        }
        assertThat(DATABASE.query("select \"b;c\" from t order by a")).containsExactly("it's; ';", "a'b;");
        assertThat(DATABASE.query("select f(1) + g()")).containsExactly("12");
        assertThat(DATABASE.query("select a from log")).containsExactly("1", "-1", "2", "-2", "100");
        assertThat(DATABASE.query("select obj_description('t'::regclass)")).containsExactly("data;");
    }
}
