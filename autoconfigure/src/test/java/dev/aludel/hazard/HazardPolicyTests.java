package dev.aludel.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HazardPolicyTests {

    @Test
    void isWhatIsSetForTheCodeElseForAll() {
        HazardPolicy policy = new HazardPolicy(Map.of("create-index", Severity.ALLOW, "default", Severity.FAIL));

        assertThat(policy.of(HazardCode.CREATE_INDEX)).isEqualTo(Severity.ALLOW);
        assertThat(policy.of(HazardCode.DROP_TABLE)).isEqualTo(Severity.FAIL);
        assertThat(HazardPolicy.warning().of(HazardCode.DROP_TABLE)).isEqualTo(Severity.WARN);
    }

    @Test
    void takesTheSpellingOfAnEnvironmentVariable() {
        assertThat(new HazardPolicy(Map.of("DROPCOLUMN", Severity.FAIL)).of(HazardCode.DROP_COLUMN))
                .isEqualTo(Severity.FAIL);
    }

    @Test
    void refusesACodeThatIsNone() {
        assertThatThrownBy(() -> new HazardPolicy(Map.of("create-idnex", Severity.FAIL)))
                .isInstanceOf(UnknownHazardException.class)
                .hasMessage("The property 'aludel.hazards.create-idnex' names no hazard."
                        + " Did you mean 'aludel.hazards.create-index'?");
        assertThatThrownBy(() -> new HazardPolicy(Map.of("danger", Severity.FAIL)))
                .hasMessageStartingWith(
                        "The property 'aludel.hazards.danger' names no hazard. Name one of: default, drop-table, ");
    }
}
