package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.AludelException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class FailureAnalysisTests {

    private final SQLException missing = new SQLException("ERROR: relation \"users\" does not exist", "42P01");
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void tellsTheExceptionsOwnWordsWhichNameTheRemedyOnce() {
        FailureAnalysis analysis = Objects.requireNonNull(new AludelFailureAnalyzer()
                .analyze(new BeanCreationException(
                        "aludelBeforeJpaUpgrade",
                        "failed",
                        new DriftException(List.of("add column users.email text")))));

        assertThat(analysis.getDescription())
                .contains("add column users.email text")
                .contains("revision --autogenerate")
                .contains("compare.on-ready=log");
        assertThat(analysis.getAction()).isNull();
    }

    @Test
    void hasNoOtherRemedyForAnyFailureOfAludel() {
        FailureAnalysis analysis =
                Objects.requireNonNull(new AludelFailureAnalyzer().analyze(new AludelException("Something is wrong.")));

        assertThat(analysis.getDescription()).isEqualTo("Something is wrong.");
        assertThat(analysis.getAction()).isNull();
    }

    @Test
    void namesThePhaseForATableThatIsMissingBeforeReady() {
        FailureAnalysis analysis = Objects.requireNonNull(
                analyze(new IllegalStateException("runner failed", new RuntimeException(missing))));

        assertThat(analysis.getDescription()).contains("relation \"users\" does not exist");
        assertThat(analysis.getAction()).contains("aludel.phase=before-jpa");
    }

    @Test
    void doesNotNameThePhaseThatIsSetAlready() {
        environment.setProperty("aludel.phase", "before-jpa");

        assertThat(analyze(new IllegalStateException(missing))).isNull();
    }

    @Test
    void saysNothingOfAMissingTableWithoutAludel() {
        environment.setProperty("aludel.enabled", "false");

        assertThat(analyze(new IllegalStateException(missing))).isNull();
    }

    @Test
    void leavesAFailedRevisionToItsOwnWords() {
        assertThat(analyze(new AludelException("Revision '1' failed", missing))).isNull();
    }

    @Test
    void saysNothingOfOtherFailures() {
        assertThat(analyze(new IllegalStateException(new SQLException("syntax error", "42601"))))
                .isNull();
    }

    private @Nullable FailureAnalysis analyze(Throwable failure) {
        return new MissingTableFailureAnalyzer(null, environment).analyze(failure);
    }
}
