package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.schema.ObjectName;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HazardTextTests {

    @Test
    void indentsTheRemedyBelowTheLine() {
        assertThat(HazardText.of(List.of(hazard(HazardCode.DROP_COLUMN, "users", "Deploy first.")), Set.of(), false))
                .containsExactly("Hazard drop-column: It goes.", "    Deploy first.");
    }

    @Test
    void namesTheOnlinePlanFirstWhereThereIsOne() {
        List<Hazard> index = List.of(hazard(HazardCode.CREATE_INDEX, "users", "Build it beside them."));

        assertThat(HazardText.of(index, Set.of(), false))
                .containsExactly(
                        "Hazard create-index: It goes.",
                        "    Plan it online: aludel revision --autogenerate --online",
                        "    Build it beside them.");
        assertThat(HazardText.of(index, Set.of(), true))
                .containsExactly("Hazard create-index: It goes.", "    Build it beside them.");
    }

    @Test
    void saysManyOfAKindInOneLine() {
        List<Hazard> dropped = IntStream.rangeClosed(1, 29)
                .mapToObj(n -> hazard(HazardCode.DROP_INDEX, "t" + n, "See first."))
                .toList();

        assertThat(HazardText.of(dropped, Set.of(), false))
                .containsExactly(
                        "Hazard drop-index, 29 times: drops an index; the queries that use it become slower ('t1', 't2', 't3' and 26 more).");
    }

    @Test
    void leavesOutWhatConcernsNoRow() {
        Hazard column = hazard(HazardCode.DROP_COLUMN, "users", "").asking("select 0", "are lost");

        assertThat(HazardText.of(List.of(column.counted(0)), Set.of(), false)).isEmpty();
        assertThat(HazardText.of(List.of(column.counted(2)), Set.of(), false))
                .containsExactly("Hazard drop-column: It goes. Rows that are lost: 2.");
    }

    @Test
    void leavesOutThatNobodyWaitsForLong() {
        Hazard index = hazard(HazardCode.CREATE_INDEX, "tiny", "");

        assertThat(HazardText.of(List.of(index), Set.of(ObjectName.of("tiny")), false))
                .isEmpty();
    }

    private static Hazard hazard(HazardCode code, String table, String safe) {
        return Hazard.of(code, ObjectName.of(table), "It goes.", safe);
    }
}
