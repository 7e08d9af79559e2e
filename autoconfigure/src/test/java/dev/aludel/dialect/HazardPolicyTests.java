package dev.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.schema.ObjectName;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HazardPolicyTests {

    private static final Hazard DROP_COLUMN =
            Hazard.of(HazardCode.DROP_COLUMN, ObjectName.of("users"), "the values of users.email are lost", "");
    private static final Hazard ADD_INDEX =
            Hazard.of(HazardCode.CREATE_INDEX, ObjectName.of("users"), "writes to users wait", "");

    @Test
    void warnsWhereARevisionIsReviewed() {
        HazardPolicy policy = new HazardPolicy(Map.of());

        assertThat(policy.of(HazardCode.DROP_COLUMN)).isEqualTo(Severity.WARN);
        assertThat(policy.of(HazardCode.CREATE_INDEX)).isEqualTo(Severity.WARN);
    }

    @Test
    void failsForLostRowsWhereNobodyReviews() {
        HazardPolicy policy = new HazardPolicy(Map.of());

        assertThat(policy.ofUnreviewed(DROP_COLUMN)).isEqualTo(Severity.FAIL);
        assertThat(policy.ofUnreviewed(ADD_INDEX)).isEqualTo(Severity.WARN);
    }

    @Test
    void followsTheCodeBeforeTheDefault() {
        HazardPolicy policy = new HazardPolicy(Map.of("default", Severity.FAIL, "drop-column", Severity.ALLOW));

        assertThat(policy.ofUnreviewed(DROP_COLUMN)).isEqualTo(Severity.ALLOW);
        assertThat(policy.of(HazardCode.CREATE_INDEX)).isEqualTo(Severity.FAIL);
    }

    @Test
    void knowsACodeThatAnEnvironmentVariableSpells() {
        HazardPolicy policy = new HazardPolicy(Map.of("dropcolumn", Severity.ALLOW));

        assertThat(policy.ofUnreviewed(DROP_COLUMN)).isEqualTo(Severity.ALLOW);
    }
}
