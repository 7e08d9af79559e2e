package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.Hazard;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresHazardRulesTests {

    private static final ObjectName USERS = ObjectName.of("users");
    private static final Column EMAIL = Column.of("email", "text", false);

    private final PostgresHazardRules rules = new PostgresHazardRules();

    @Test
    void saysWhatIsLost() {
        assertThat(rules.of(new DropTable(new Table(USERS, List.of(), List.of(), List.of(), null))))
                .singleElement()
                .satisfies(hazard -> assertThat(hazard.code()).isEqualTo("drop-table"))
                .satisfies(hazard -> assertThat(hazard.losesRows()).isTrue())
                .satisfies(hazard ->
                        assertThat(hazard.message()).contains("'users'", "create table users_kept as table users;"));
        assertThat(rules.of(new DropColumn(USERS, EMAIL)))
                .singleElement()
                .satisfies(hazard -> assertThat(hazard.code()).isEqualTo("drop-column"))
                .satisfies(hazard ->
                        assertThat(hazard.message()).contains("'users.email'", "only while the table is empty"));
        assertThat(rules.of(new DropSequence(Sequence.of(USERS, 1, 50))))
                .extracting(Hazard::code, Hazard::losesRows)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("drop-sequence", true));
    }

    @Test
    void saysWhatFailsOnRows() {
        assertThat(rules.of(new AddColumn(USERS, EMAIL)))
                .extracting(Hazard::code, Hazard::losesRows)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("add-not-null-column", false));
        assertThat(rules.of(new AlterColumn(USERS, EMAIL.withNullable(true), EMAIL)))
                .singleElement()
                .satisfies(hazard -> assertThat(hazard.code()).isEqualTo("set-not-null"))
                .satisfies(hazard ->
                        assertThat(hazard.message()).contains("update users set email = ... where email is null;"));
    }

    @Test
    void isSilentAboutWhatIsSafe() {
        GeneratedValue generated = new GeneratedValue(Expression.of("1"), true);
        assertThat(rules.of(new AddColumn(USERS, EMAIL.withNullable(true)))).isEmpty();
        assertThat(rules.of(new AddColumn(USERS, EMAIL.withDefaultValue(Expression.of("''")))))
                .isEmpty();
        assertThat(rules.of(new AddColumn(USERS, EMAIL.withIdentity(Identity.ALWAYS))))
                .isEmpty();
        assertThat(rules.of(new DropColumn(USERS, EMAIL.withGenerated(generated))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            varchar(9)       | varchar(255)     | -
            varchar(255)     | text             | -
            integer          | bigint           | -
            integer          | numeric(19,2)    | -
            numeric(10,2)    | numeric(12,2)    | -
            real             | double precision | -
            timestamp(3)     | timestamp(6)     | -
            date             | timestamp(6)     | -
            varchar(255)     | varchar(9)       | narrow-type, false
            text             | varchar(9)       | narrow-type, false
            bigint           | integer          | narrow-type, false
            numeric(12,2)    | numeric(10,2)    | narrow-type, false
            numeric(12,4)    | numeric(12,2)    | narrow-type, true
            double precision | integer          | narrow-type, true
            numeric(12,2)    | real             | narrow-type, true
            timestamp(6)     | date             | narrow-type, true
            timestamp(6)     | timestamp(3)     | narrow-type, true
            integer          | boolean          | narrow-type, true
            text             | integer          | convert-type, false
            bigint           | uuid             | convert-type, false
            interval_kind    | interval         | convert-type, false
            """)
    void tellsTypesThatKeepValuesFromThoseThatDoNot(String before, String after, String hazard) {
        List<Hazard> hazards = rules.of(new AlterColumn(USERS, EMAIL.withType(before), EMAIL.withType(after)));

        assertThat(hazards)
                .extracting(found -> found.code() + ", " + found.losesRows())
                .isEqualTo(hazard == null ? List.of() : List.of(hazard));
    }

    @Test
    void namesAnUnmanagedIndexThatIsDroppedAndNotMadeAgain() {
        Index index = Index.of(ConstraintName.of("by_hand"), false, List.of(IndexKey.column("email")));
        DropIndex drop = new DropIndex(USERS, index);
        Set<SchemaObject> unmanaged = Set.of(new SchemaObject(SchemaObject.Kind.INDEX, ObjectName.of("by_hand")));

        assertThat(rules.of(List.of(drop), unmanaged)).extracting(Hazard::code).containsExactly("drop-unmanaged-index");
        assertThat(rules.of(List.of(drop, new CreateIndex(USERS, index)), unmanaged))
                .isEmpty();
        assertThat(rules.of(List.of(drop), Set.of())).isEmpty();
    }
}
