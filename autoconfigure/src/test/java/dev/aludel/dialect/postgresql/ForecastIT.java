package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.postgresql.hazard.PostgresHazardRules;
import dev.aludel.dialect.postgresql.hazard.PostgresTableStatistics;
import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.hazard.Forecast;
import dev.aludel.hazard.HazardCode;
import dev.aludel.hazard.Impact;
import dev.aludel.hazard.Impact.Work;
import dev.aludel.hazard.LockMode;
import dev.aludel.hazard.Situation;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.Expression;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The forecast is true: every kind of operation runs on tables with rows, and what the server locks, scans and writes anew is what was
 * foretold.
 */
class ForecastIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final String OBSERVE = """
            select c.relname, pg_relation_filenode(c.oid) as file, s.seq_scan, s.n_tup_upd,
                (select string_agg(pg_relation_filenode(i.indexrelid)::text, ',')
                    from pg_index i where i.indrelid = c.oid) as indexes,
                (select array_agg(mode)::text from pg_locks l
                    where l.pid = pg_backend_pid() and l.relation = c.oid and l.granted) as modes
            from pg_class c join pg_stat_xact_user_tables s on s.relid = c.oid
            where c.oid =""";

    private final PostgresHazardRules rules = new PostgresHazardRules();
    private final PostgresRenderer renderer = new PostgresRenderer();

    @BeforeAll
    static void fill() {
        DATABASE.execute(ForecastCases.TABLES);
    }

    @ParameterizedTest
    @MethodSource("dev.aludel.dialect.postgresql.ForecastCases#all")
    void isWhatTheServerDoes(Operation operation) throws SQLException {
        assertForetold(operation);
    }

    /** Each column of the table whose type changes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            whole  | integer                     | bigint
            whole  | integer                     | numeric(19,2)
            plain  | integer                     | text
            word   | varchar(20)                 | varchar(40)
            word   | varchar(20)                 | varchar(10)
            word   | varchar(20)                 | varchar
            word   | varchar(20)                 | text
            word   | varchar(20)                 | char(20)
            free   | text                        | varchar
            free   | text                        | varchar(255)
            fixed  | char(8)                     | varchar(8)
            amount | numeric(10,2)               | numeric(12,2)
            amount | numeric(10,2)               | numeric(12,4)
            amount | numeric(10,2)               | numeric
            amount | numeric(10,2)               | integer
            at     | timestamp(3)                | timestamp(6)
            at     | timestamp(3)                | timestamp
            at     | timestamp(3)                | timestamp(0)
            at     | timestamp(3)                | timestamp(3) with time zone
            at     | timestamp(3)                | date
            zoned  | timestamp(3) with time zone | timestamp(6) with time zone
            zoned  | timestamp(3) with time zone | timestamp(3)
            hour   | time(3)                     | time(6)
            bits   | varbit(8)                   | varbit(16)
            net    | cidr                        | inet
            doc    | json                        | jsonb
            words  | varchar(20)[]               | varchar(40)[]
            words  | varchar(20)[]               | text[]
            """)
    void tellsWhichTypesAreStoredAlike(String column, String before, String after) throws SQLException {
        Column old = Column.of(column, before, true);
        assertForetold(new AlterColumn(ForecastCases.T, old, old.withType(after)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            0                   | integer
            'x'                 | text
            now()               | timestamp(6)
            current_timestamp   | timestamp(6)
            gen_random_uuid()   | uuid
            random()            | double precision
            clock_timestamp()   | timestamp(6)
            nextval('numbers')  | bigint
            mine()              | integer
            calm()              | integer
            upper('a')::text    | text
            """)
    void tellsDefaultsThatAreOneForAllRows(String expression, String type) throws SQLException {
        Column column = Column.of("added", type, false).withDefaultValue(Expression.of(expression));
        assertForetold(new AddColumn(ForecastCases.T, column));
    }

    @Test
    void coversAllThatKeepsOthersWaiting() {
        Set<HazardCode> told = EnumSet.noneOf(HazardCode.class);
        ForecastCases.all()
                .forEach(operation -> rules.forecast(List.of(operation), List.of(), Situation.unknown())
                        .forEach(forecast -> forecast.hazards().forEach(hazard -> told.add(hazard.kind()))));
        assertThat(told)
                .contains(
                        HazardCode.CREATE_INDEX,
                        HazardCode.ADD_PRIMARY_KEY,
                        HazardCode.ADD_UNIQUE,
                        HazardCode.ADD_EXCLUSION,
                        HazardCode.ADD_FOREIGN_KEY,
                        HazardCode.ADD_CHECK,
                        HazardCode.SET_NOT_NULL,
                        HazardCode.ALTER_COLUMN_TYPE,
                        HazardCode.VOLATILE_DEFAULT,
                        HazardCode.ADD_IDENTITY_COLUMN,
                        HazardCode.ADD_GENERATED_COLUMN,
                        HazardCode.BACKFILL);
    }

    private void assertForetold(Operation operation) throws SQLException {
        try (Connection connection = DATABASE.open()) {
            Situation situation = new PostgresTableStatistics().situation(connection, "public", List.of(operation));
            Map<String, Long> files = new TreeMap<>();
            connection.setAutoCommit(false);
            Map<String, Seen> before = observe(connection, files);
            for (String sql : renderer.render(operation)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
            Map<String, String> seen = new TreeMap<>();
            observe(connection, files).forEach((table, after) -> {
                String did = after.since(before.getOrDefault(table, after));
                if (!did.isEmpty()) {
                    seen.put(table, did);
                }
            });
            connection.rollback();
            assertThat(seen)
                    .as("%s%n%s", operation.describe(), renderer.render(operation))
                    .isEqualTo(foretold(operation, situation));
        }
    }

    private Map<String, String> foretold(Operation operation, Situation situation) {
        Map<String, String> expected = new TreeMap<>();
        for (Forecast forecast : rules.forecast(List.of(operation), List.of(), situation)) {
            for (Impact impact : forecast.impacts()) {
                expected.put(impact.table().name(), impact.lock() + ", " + impact.work());
            }
        }
        return expected;
    }

    /** By the names that the tables had before; they are looked up by their numbers, which a rename does not change. */
    private static Map<String, Seen> observe(Connection connection, Map<String, Long> oids) throws SQLException {
        if (oids.isEmpty()) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select relname, oid::bigint from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")) {
                while (rows.next()) {
                    oids.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        Map<String, Seen> seen = new TreeMap<>();
        for (Map.Entry<String, Long> table : oids.entrySet()) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(OBSERVE + " " + table.getValue())) {
                Seen found = rows.next() ? Seen.of(rows) : Seen.gone(connection, table.getValue());
                seen.put(table.getKey(), found);
            }
        }
        return seen;
    }

    /** What the server knows of a table within the transaction. */
    private record Seen(String file, long scans, long updates, String indexes, String modes) {

        static Seen of(ResultSet row) throws SQLException {
            return new Seen(
                    String.valueOf(row.getString("file")),
                    row.getLong("seq_scan"),
                    row.getLong("n_tup_upd"),
                    String.valueOf(row.getString("indexes")),
                    String.valueOf(row.getString("modes")));
        }

        static Seen gone(Connection connection, long oid) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select array_agg(mode)::text from pg_locks where pid = pg_backend_pid() and relation = "
                                    + oid)) {
                rows.next();
                return new Seen("", 0, 0, "", String.valueOf(rows.getString(1)));
            }
        }

        String since(Seen before) {
            LockMode lock = LockMode.ACCESS_SHARE;
            for (String mode : modes.replaceAll("[{}]", "").split(",", -1)) {
                LockMode held = LockMode.of(mode).orElse(LockMode.ACCESS_SHARE);
                lock = held.compareTo(lock) > 0 ? held : lock;
            }
            Work work = work(before);
            return lock.compareTo(LockMode.ROW_SHARE) <= 0 ? "" : lock + ", " + work;
        }

        private Set<String> indexFiles() {
            return Set.of(indexes.split(",", -1));
        }

        private Work work(Seen before) {
            if (file.isEmpty()) {
                return Work.NONE;
            }
            if (!file.equals(before.file)) {
                return Work.REWRITE;
            }
            if (updates > before.updates) {
                return Work.CHANGE;
            }
            boolean built = !before.indexFiles().containsAll(indexFiles());
            return built ? Work.BUILD : scans > before.scans ? Work.SCAN : Work.NONE;
        }
    }
}
