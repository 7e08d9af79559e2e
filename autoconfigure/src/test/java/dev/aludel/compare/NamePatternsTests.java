package dev.aludel.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.schema.ObjectName;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamePatternsTests {

    @Test
    void holdInAnySchemaWithoutOne() {
        assertThat(match("report_*", ObjectName.of("report_a"))).isTrue();
        assertThat(match("report_*", ObjectName.of("audit", "REPORT_A"))).isTrue();
        assertThat(match("report_?", ObjectName.of("report_ab"))).isFalse();
    }

    @Test
    void holdInTheSchemaThatTheyName() {
        assertThat(match("audit.*", ObjectName.of("audit", "log"))).isTrue();
        assertThat(match("audit.*", ObjectName.of("log"))).isFalse();
        assertThat(match("app.l*", ObjectName.of("log"))).isTrue();
        assertThat(match("*.log", ObjectName.of("log"))).isTrue();
    }

    @Test
    void takeWhatIsQuotedAsItStands() {
        assertThat(match("\"Odd.Name*\"", ObjectName.of("Odd.Name*"))).isTrue();
        assertThat(match("\"Odd.Name*\"", ObjectName.of("odd.name*"))).isFalse();
        assertThat(match("\"a.b\".\"c\"\"d\"", ObjectName.of("a.b", "c\"d"))).isTrue();
    }

    @Test
    void holdOverLineBreaksAndLettersOfAnyPlane() {
        assertThat(match("a*z", ObjectName.of("a\nb\r\nz"))).isTrue();
        assertThat(match("a?z", ObjectName.of("a\ud83d\ude00z"))).isTrue();
        assertThat(match("\ud83d\ude00*", ObjectName.of("\ud83d\ude00s"))).isTrue();
        assertThat(match("\u00c4*", ObjectName.of("\u00e4pfel"))).isTrue();
    }

    private static boolean match(String pattern, ObjectName name) {
        return new NamePatterns(List.of(pattern), "app").match(name);
    }
}
