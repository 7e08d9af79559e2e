package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.compare.Comparison;
import dev.aludel.diff.provenance.Difference;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DefaultsTests {

    private static final ObjectName USERS = ObjectName.of("users");
    private static final Column EMAIL = Column.of("email", "text", false);

    @Test
    void fillAColumnThatComesOrBeginsToForbidNull() {
        Defaults defaults = new Defaults(Map.of("users.email", "''"));

        assertThat(defaults.applyTo(comparison(new AddColumn(USERS, EMAIL))).operations())
                .singleElement()
                .satisfies(added ->
                        assertThat(((AddColumn) added).column().values().fill()).isEqualTo("''"));
        assertThat(defaults.applyTo(comparison(new AlterColumn(USERS, EMAIL.withNullable(true), EMAIL)))
                        .operations())
                .singleElement()
                .satisfies(altered -> assertThat(
                                ((AlterColumn) altered).after().values().fill())
                        .isEqualTo("''"));
    }

    @Test
    void fillAColumnThatComesBack() {
        Operation dropped = new Defaults(Map.of("audit.users.email", "''"))
                .applyTo(comparison(new DropColumn(ObjectName.of("audit", "users"), EMAIL)))
                .operations()
                .get(0);

        assertThat(((AddColumn) dropped.reverse()).column().values().fill()).isEqualTo("''");
    }

    @Test
    void areRefusedWhereNothingNeedsThem() {
        Comparison comparison =
                comparison(new AddColumn(USERS, EMAIL), new AlterColumn(USERS, EMAIL, EMAIL.withType("varchar(9)")));

        assertThatThrownBy(() -> new Defaults(Map.of("users.emial", "''", "email", "''", "users.email", "''"))
                        .applyTo(comparison))
                .isInstanceOf(UnusedDefaultException.class)
                .hasMessage("No revision was written: --default names 'email', 'users.emial', which this revision"
                        + " neither adds nor makes not null. Name a column that it does, as table.column.");
    }

    private static Comparison comparison(Operation... operations) {
        List<Difference> differences = Stream.of(operations)
                .map(operation -> new Difference(operation, "", ""))
                .toList();
        return new Comparison(differences, List.of(), List.of(), List.of(), List.of(), Instant.EPOCH);
    }
}
