package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.AludelException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
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
        assertThat(analysis.getAction()).doesNotContain("autogenerate");
    }

    @Test
    void leadsBackToTheDescription() {
        FailureAnalysis analysis =
                Objects.requireNonNull(new AludelFailureAnalyzer().analyze(new AludelException("Something is wrong.")));

        assertThat(analysis.getDescription()).isEqualTo("Something is wrong.");
        assertThat(analysis.getAction()).startsWith("Follow the description");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aludel.transaction|sometimes|Use one of: per-revision, all, none.",
                "aludel.phase|now|Use one of: ready, before-jpa.",
                "aludel.compare.on-ready|stop|Use one of: log, fail, off.",
                "aludel.hazards.drop-column|no|Use one of: allow, warn, fail.",
                "aludel.lock-timeout|soon|Use a time such as 500ms, 5s or 10m.",
                "aludel.lock-retries|few|Use a whole number.",
                "aludel.online|perhaps|Use true or false.",
                "aludel.timezone|Here|Use a time zone such as UTC or Europe/Berlin."
            })
    void saysWhichValuesAPropertyHas(String name, String value, String remedy) {
        environment.setProperty(name, value);
        BindException failure = catchThrowableOfType(
                BindException.class, () -> Binder.get(environment).bind("aludel", AludelProperties.class));

        FailureAnalysis analysis = Objects.requireNonNull(new InvalidPropertyFailureAnalyzer().analyze(failure));

        assertThat(analysis.getDescription())
                .startsWith("The property '" + name + "' has the value '" + value + "'")
                .doesNotContain("dev.aludel");
        assertThat(analysis.getAction()).isEqualTo(remedy);
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
