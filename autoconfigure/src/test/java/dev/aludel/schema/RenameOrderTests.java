package dev.aludel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RenameOrderTests {

    @Test
    void leavesOutWhatStays() {
        assertThat(steps(Map.of("a", "a"))).isEmpty();
    }

    @Test
    void makesRoomFirst() {
        assertThat(steps(Map.of("a", "b", "b", "c", "c", "d"))).isEqualTo("c>d b>c a>b");
    }

    @Test
    void putsOneOfACircleAside() {
        assertThat(steps(Map.of("a", "b", "b", "a"))).isEqualTo("a>aludel_renamed b>a aludel_renamed>b");
        assertThat(steps(Map.of("a", "b", "b", "c", "c", "a", "x", "y", "y", "x")))
                .isEqualTo("a>aludel_renamed c>a b>c aludel_renamed>b x>aludel_renamed y>x aludel_renamed>y");
    }

    @Test
    void knowsWhereWhatWentAsideComesFrom() {
        assertThat(RenameOrder.of(Map.of("a", "b", "b", "a"), name -> RenameOrder.ASIDE))
                .extracting(RenameOrder.Step::origin)
                .containsExactly("a", "b", "a");
    }

    private static String steps(Map<String, String> renames) {
        return RenameOrder.of(renames, name -> RenameOrder.ASIDE).stream()
                .map(step -> step.before() + ">" + step.after())
                .collect(Collectors.joining(" "));
    }
}
