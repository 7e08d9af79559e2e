package dev.aludel.dialect.postgresql.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.Situation;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameIndex;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuaranteeRulesTests {

    private static final ObjectName USERS = ObjectName.of("users");
    private static final ObjectName TEAMS = ObjectName.of("teams");
    private static final UniqueConstraint UNIQUE =
            UniqueConstraint.of(ConstraintName.of("uk"), List.of("email", "host"));
    private static final CheckConstraint CHECK = CheckConstraint.of(ConstraintName.of("ck"), Expression.of("age > 0"));
    private static final ForeignKey KEY =
            ForeignKey.of(ConstraintName.of("fk"), List.of("team_id"), TEAMS, List.of("id"));
    private static final Index INDEX =
            Index.of(ConstraintName.of("by_email"), false, List.of(IndexKey.column("email")));

    @Test
    void tellsOfEachGuaranteeThatGoesWithTheQueryForRowsThatBreakIt() {
        assertThat(of(new DropConstraint(USERS, UNIQUE))).singleElement().satisfies(hazard -> {
            assertThat(hazard.code()).isEqualTo("drop-unique");
            assertThat(hazard.losesRows()).isFalse();
            assertThat(hazard.safe())
                    .endsWith(
                            "select email, host, count(*) from users where email is not null and host is not null group by email, host having count(*) > 1;");
        });
        assertThat(codes(new DropConstraint(USERS, CHECK))).containsExactly("drop-check");
        assertThat(codes(new DropConstraint(USERS, KEY))).containsExactly("drop-foreign-key");
        assertThat(codes(new DropConstraint(USERS, new PrimaryKey(ConstraintName.of("pk"), List.of("id")))))
                .containsExactly("drop-primary-key");
        assertThat(codes(new DropIndex(USERS, INDEX))).containsExactly("drop-index");
    }

    @Test
    void saysNothingOfWhatGoesWithItsColumnOrTable() {
        DropColumn email = new DropColumn(USERS, Column.of("email", "text", true));

        assertThat(codes(new DropConstraint(USERS, UNIQUE), email)).containsExactly("drop-column");
        assertThat(codes(new DropIndex(USERS, INDEX), email)).containsExactly("drop-column");
        assertThat(codes(new DropConstraint(USERS, KEY), drop(USERS))).containsExactly("drop-table");
        assertThat(codes(new DropConstraint(USERS, KEY), drop(TEAMS))).containsExactly("drop-table");
    }

    @Test
    void saysNothingOfWhatHasASuccessorAsStrict() {
        UniqueConstraint narrower = UniqueConstraint.of(ConstraintName.of("uk2"), List.of("email"));
        Index wider = Index.of(
                ConstraintName.of("by_both"), false, List.of(IndexKey.column("email"), IndexKey.column("host")));

        assertThat(codes(new DropConstraint(USERS, UNIQUE), new AddConstraint(USERS, narrower)))
                .doesNotContain("drop-unique");
        assertThat(codes(new DropConstraint(USERS, CHECK), new AddConstraint(USERS, CHECK)))
                .doesNotContain("drop-check");
        assertThat(codes(new DropIndex(USERS, INDEX), new CreateIndex(USERS, wider)))
                .doesNotContain("drop-index");
        assertThat(codes(new DropIndex(USERS, INDEX), new RenameIndex(USERS, "next", "by_email")))
                .isEmpty();
        assertThat(codes(new DropIndex(USERS, wider), new CreateIndex(USERS, INDEX)))
                .contains("drop-index");
    }

    private static DropTable drop(ObjectName table) {
        return new DropTable(new Table(table, List.of(), List.of(), List.of(), null));
    }

    private static List<String> codes(Operation... plan) {
        return of(plan).stream().map(Hazard::code).toList();
    }

    private static List<Hazard> of(Operation... plan) {
        return new PostgresHazardRules()
                .forecast(List.of(plan), List.of(), Situation.unknown()).stream()
                        .flatMap(forecast -> forecast.hazards().stream())
                        .toList();
    }
}
