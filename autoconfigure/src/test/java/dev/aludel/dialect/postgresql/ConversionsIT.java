package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.postgresql.conversion.Conversion;
import dev.aludel.dialect.postgresql.conversion.Effect;
import dev.aludel.dialect.postgresql.hazard.PostgresHazardRules;
import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.hazard.Situation;
import dev.aludel.operation.AlterColumn;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Values;
import dev.aludel.testing.LongRun;
import dev.aludel.testing.TestDatabase;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every pair of types, with values at their edges: a value comes back as it was, or a hazard has said that it does not; what stops the
 * upgrade was a hazard; and what cannot come back makes the revision irreversible.
 */
class ConversionsIT {

    /** The hazards that say a value may be another after the way back. */
    private static final Set<HazardCode> CHANGES = EnumSet.of(
            HazardCode.NARROW_TYPE,
            HazardCode.RESPELL_VALUE,
            HazardCode.ASSUME_TRUTH,
            HazardCode.ASSUME_UNIT,
            HazardCode.ASSUME_DAY,
            HazardCode.ASSUME_ZONE);

    private static final Set<HazardCode> STOPS = EnumSet.of(
            HazardCode.NARROW_TYPE,
            HazardCode.CONVERT_TYPE,
            HazardCode.CONVERT_ENUM,
            HazardCode.ASSUME_TRUTH,
            HazardCode.ASSUME_UNIT,
            HazardCode.ASSUME_ZONE);

    /** Takes each value up and down, and undoes it: how far it came, what it was before and after, and what stopped it. */
    private static final String WALK = """
        create function walk(edges text[], up text[], down text[], reading text) returns setof text[] language plpgsql as $$
        declare
            value text; sql text; stage text; before text; after text;
        begin
            foreach value in array edges loop
                after := null;
                begin
                    stage := 'insert';
                    execute 'insert into edges values (' || value || ')';
                    execute reading into before;
                    stage := 'upgrade';
                    foreach sql in array up loop execute sql; end loop;
                    stage := 'downgrade';
                    foreach sql in array down loop execute sql; end loop;
                    execute reading into after;
                    stage := 'return';
                    raise exception 'undone';
                exception when others then
                    return next array[value, stage, before, after, sqlerrm];
                end;
            end loop;
        end $$\
        """;

    private static final String NULL = "null";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private final PostgresHazardRules rules = new PostgresHazardRules();
    private final PostgresRenderer renderer = new PostgresRenderer();
    private final List<String> broken = new ArrayList<>();

    @Test
    void knowsTheEdgesOfEveryTypeOfTheServer() {
        assertThat(EdgeValues.types().stream().map(type -> TypeName.of(type).base()))
                .containsAll(TypeName.BUILT_IN);
    }

    /** The types that Hibernate chooses by itself, and what their changes lead to. */
    @Test
    void keepsEveryValueOrSaysSo() throws SQLException {
        walk(EdgeValues.types().stream()
                .filter(type -> !EdgeValues.isSeldom(type))
                .toList());
    }

    @LongRun
    @Test
    void keepsEveryValueOfSeldomTypesOrSaysSo() throws SQLException {
        walk(EdgeValues.types());
    }

    private void walk(List<String> types) throws SQLException {
        try (Connection connection = DATABASE.open();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade; create schema public");
            statement.execute("create extension citext");
            statement.execute("create type mood as enum ('HAPPY', 'SAD')");
            statement.execute("create type address as (street varchar(20), zip char(5))");
            statement.execute("create domain label as varchar(5)");
            statement.execute("set timezone = 'Asia/Kathmandu'");
            statement.execute(WALK);
            connection.setAutoCommit(false);
            for (String from : types) {
                for (String to : types) {
                    if (!from.equals(to)) {
                        pair(connection, new AlterColumn(ObjectName.of("edges"), column(from), column(to)));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static Column column(String type) {
        Values values = Values.NONE.withZone("Europe/Berlin");
        return Column.of("c", type, true)
                .withValues(type.equals("mood") ? values.withConstants(List.of("HAPPY", "SAD")) : values);
    }

    private void pair(Connection connection, AlterColumn change) throws SQLException {
        String type = change.before().type();
        List<String> values = new ArrayList<>(EdgeValues.of(type));
        values.add(NULL);
        try (Statement table = connection.createStatement();
                PreparedStatement walk = connection.prepareStatement("select * from walk(?, ?, ?, ?)")) {
            table.execute("create temporary table edges (c " + type + ") on commit drop");
            walk.setArray(1, array(connection, values));
            walk.setArray(2, array(connection, renderer.render(change)));
            walk.setArray(3, array(connection, renderer.render(change.reverse())));
            walk.setString(4, reading(type));
            try (ResultSet rows = walk.executeQuery()) {
                judge(change, rows);
            }
        }
        connection.rollback();
    }

    private static Array array(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    /** Of a large object its content counts, not its number. */
    private static String reading(String type) {
        return type.equals("oid")
                ? "select coalesce((select lo_get(c)::text from pg_largeobject_metadata where oid = c), c::text) from"
                        + " edges"
                : "select c::text from edges";
    }

    private void judge(AlterColumn change, ResultSet rows) throws SQLException {
        Set<HazardCode> hazards = hazards(change);
        boolean stops = hazards.stream().anyMatch(STOPS::contains);
        boolean changes = hazards.stream().anyMatch(CHANGES::contains);
        boolean irreversible = rules.irreversible(change).isPresent();
        int cameUp = 0;
        int cameBack = 0;
        while (rows.next()) {
            String[] walk = (String[]) rows.getArray(1).getArray();
            boolean none = walk[0].equals(NULL);
            String fault = switch (walk[1]) {
                case "insert" -> "is no value";
                case "upgrade" -> none || !stops ? "stops the upgrade" : "";
                case "downgrade" -> none || !(changes || irreversible) ? "stops the downgrade" : "";
                default -> Objects.equals(walk[2], walk[3]) || changes ? "" : "becomes " + walk[3];
            };
            cameUp += none || walk[1].equals("upgrade") ? 0 : 1;
            cameBack += !none && walk[1].equals("return") ? 1 : 0;
            if (!fault.isEmpty()) {
                broken(change, walk[0] + " " + fault + " (" + walk[4] + ")", hazards);
            }
        }
        // a composite value is seldom the text of something else, and comes back only as a whole
        boolean composite = change.before().type().equals("address")
                || change.after().type().equals("address");
        if (cameUp > 0 && cameBack == 0 && !irreversible && !composite) {
            broken(change, "no value comes back", hazards);
        }
        // an empty array has no element that could not be converted
        boolean never = Conversion.between(change.before(), change.after()).has(Effect.NEVER);
        if (cameUp > 0 && never && !change.before().type().endsWith("[]")) {
            broken(change, "a value comes up that none was said to", hazards);
        }
    }

    private Set<HazardCode> hazards(AlterColumn change) {
        return rules.forecast(List.of(change), Set.of(), Situation.unknown()).stream()
                .flatMap(forecast -> forecast.hazards().stream())
                .map(Hazard::kind)
                .collect(Collectors.toSet());
    }

    private void broken(AlterColumn change, String what, Set<HazardCode> hazards) {
        broken.add("%s -> %s: %s %s%n    %s%n    %s"
                .formatted(
                        change.before().type(),
                        change.after().type(),
                        what,
                        hazards,
                        String.join("; ", renderer.render(change)),
                        String.join("; ", renderer.render(change.reverse()))));
    }
}
