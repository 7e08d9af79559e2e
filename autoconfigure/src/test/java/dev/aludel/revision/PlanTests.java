package dev.aludel.revision;

import static dev.aludel.revision.Histories.applied;
import static dev.aludel.revision.Histories.graph;
import static dev.aludel.revision.Histories.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTests {

    private static final String LINE = "a, b<a, c<b, d<c";
    private static final String DIAMOND = "a, b<a#left, c<a#right, m<b+c, n<m";
    /** Two lines, of which the second needs b of the first. */
    private static final String DEPENDS = "a, b<a, c<b, x#other, y<x!b, z<y";

    @ParameterizedTest(name = "{0}: with {1} applied, upgrade {2} applies {3}")
    @CsvSource(delimiter = '|', textBlock = """
            line    | ''        | head    | a b c d
            line    | ''        | heads   | a b c d
            line    | a b       | head    | c d
            line    | a b c d   | head    | ''
            line    | a b       | c       | c
            line    | a b       | b       | ''
            line    | a b c     | a       | ''
            line    | a b c     | base    | ''
            line    | a b c     | current | ''
            line    | ''        | +2      | a b
            line    | a         | +1      | b
            line    | a         | b+1     | b c
            line    | ''        | base+1  | a
            line    | a c       | head    | b d
            diamond | ''        | head    | a b c m n
            diamond | a b       | head    | c m n
            diamond | a b       | m       | c m
            diamond | a b       | +1      | c
            diamond | a b c     | +1      | m
            diamond | a         | left@+1 | b
            diamond | a         | right   | c
            diamond | ''        | b       | a b
            depends | ''        | z       | a b x y z
            depends | ''        | heads   | a b c x y z
            depends | ''        | other@head | a b x y z
            depends | x         | y       | a b y
            depends | ''        | c       | a b c
            depends | a         | +1      | b
            depends | a b c     | +1      | x
            """)
    void upgrades(String history, String applied, String target, String plan) {
        assertThat(ids(named(history).upgrade(applied(applied), target))).isEqualTo(plan);
    }

    @ParameterizedTest(name = "{0}: with {1} applied, downgrade {2} takes back {3}")
    @CsvSource(delimiter = '|', textBlock = """
            line    | a b c d     | base       | d c b a
            line    | a b c d     | -1         | d
            line    | a b c d     | -4         | d c b a
            line    | a b c d     | b          | d c
            line    | a b c d     | d          | ''
            line    | a b c       | current    | ''
            line    | a b c d     | head-2     | d c
            line    | a b c d     | d-4        | d c b a
            line    | ''          | base       | ''
            diamond | a b c m n   | a          | n m c b
            diamond | a b c m n   | -2         | n m
            diamond | a b c m n   | b          | n m
            diamond | a b c       | left@-1    | b
            diamond | a b c       | left@a     | b
            diamond | a b c m     | left@base  | m b
            diamond | a b c       | b@-1       | b
            diamond | a b c       | a          | c b
            depends | a b c x y z | a          | z y c b
            depends | a b c x y z | x          | z y
            depends | a b c x y z | other@base | z y x
            depends | a b x y     | -1         | y
            depends | a b x y     | base       | y x b a
            """)
    void downgrades(String history, String applied, String target, String plan) {
        assertThat(ids(named(history).downgrade(applied(applied), target))).isEqualTo(plan);
    }

    private static RevisionGraph named(String history) {
        return switch (history) {
            case "line" -> graph(LINE);
            case "diamond" -> graph(DIAMOND);
            default -> graph(DEPENDS);
        };
    }

    @Test
    void asksWhichBranchWhereThereAreSeveral() {
        assertThatThrownBy(() -> graph(DIAMOND).upgrade(applied("a"), "+1"))
                .isInstanceOf(BranchRequiredException.class)
                .hasMessageContaining("'+1' could go to several revisions: 'b', 'c'")
                .hasMessageContaining("'left@+1'");
        assertThatThrownBy(() -> graph(DIAMOND).downgrade(applied("a b c"), "-1"))
                .isInstanceOf(BranchRequiredException.class)
                .hasMessageContaining("'b', 'c'");
        assertThatThrownBy(() -> graph("a, b<a, c<a, d<b, e<b").upgrade(applied("a b"), "b@+1"))
                .isInstanceOf(BranchRequiredException.class)
                .hasMessageContaining("as in 'd@+1'");
        assertThatThrownBy(() -> graph(DIAMOND).downgrade(applied("a b c m"), "-2"))
                .isInstanceOf(BranchRequiredException.class)
                .hasMessageContaining("'-2' could go to several revisions after 1 step: 'b', 'c'");
    }

    @Test
    void stepsAreExactOrRefused() {
        assertThatThrownBy(() -> graph(LINE).upgrade(applied("a b"), "+3"))
                .isInstanceOf(RelativeRevisionException.class)
                .hasMessageContaining("2 revisions are pending");
        assertThatThrownBy(() -> graph(LINE).downgrade(applied("a b"), "-3"))
                .isInstanceOf(RelativeRevisionException.class)
                .hasMessageContaining("2 revisions are applied");
        assertThatThrownBy(() -> graph(DIAMOND).downgrade(applied("a b c m"), "-99"))
                .isInstanceOf(RelativeRevisionException.class)
                .hasMessage("'-99' goes too far: 4 revisions are applied. Write 'base' for all of them.");
    }

    @Test
    void refusesTheOtherDirection() {
        assertThatThrownBy(() -> graph(LINE).upgrade(applied("a b"), "-1"))
                .isInstanceOf(InvalidIdentifierException.class)
                .hasMessageContaining("downgrade");
        assertThatThrownBy(() -> graph(LINE).downgrade(applied("a b"), "+1"))
                .isInstanceOf(InvalidIdentifierException.class)
                .hasMessageContaining("upgrade");
    }

    @Test
    void refusesADowngradeToWhatIsNotApplied() {
        assertThatThrownBy(() -> graph(LINE).downgrade(applied("a b"), "d"))
                .isInstanceOf(NotAppliedException.class)
                .hasMessageContaining("'d'");
    }

    @Test
    void refusesToPlanWithRevisionsItDoesNotKnow() {
        assertThatThrownBy(() -> graph(LINE).upgrade(applied("a later"), "head"))
                .isInstanceOf(UnknownRevisionException.class)
                .hasMessageContaining("'later'");
        assertThatThrownBy(() -> graph(LINE).downgrade(applied("a later"), "base"))
                .isInstanceOf(UnknownRevisionException.class);
    }

    @ParameterizedTest(name = "{0}: a history of {1} with {2} applied shows {3}")
    @CsvSource(delimiter = '|', textBlock = """
            line    | base:head    | ''    | d c b a
            line    | a:c          | ''    | c b a
            line    | b:           | ''    | d c b
            line    | :b           | ''    | b a
            line    | :            | ''    | d c b a
            line    | -1:current   | a b c | c b
            line    | -3:current   | a b c | c b a
            line    | current:     | a b c | d c
            line    | current:head | ''    | d c b a
            line    | b:b          | ''    | b
            line    | head-1:      | ''    | d c
            diamond | b:m          | ''    | m b
            diamond | a:m          | ''    | m c b a
            diamond | left@base:head | ''  | n m b
            """)
    void showsRanges(String history, String range, String applied, String shown) {
        assertThat(ids(named(history).history(range, applied(applied)))).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}: upgrade {1} --sql prints {2}")
    @CsvSource(delimiter = '|', textBlock = """
            line    | head       | a b c d
            line    | base:head  | a b c d
            line    | a:c        | b c
            line    | a:         | b c d
            line    | :b         | a b
            line    | b:+1       | c
            line    | +2         | a b
            line    | b:b        | ''
            depends | x:z        | a b y z
            depends | base:other@head | a b x y z
            diamond | b:m        | c m
            """)
    void upgradesARangeWithoutADatabase(String history, String range, String plan) {
        assertThat(ids(named(history).upgradeRange(range))).isEqualTo(plan);
    }

    @ParameterizedTest(name = "{0}: downgrade {1} --sql prints {2}")
    @CsvSource(delimiter = '|', textBlock = """
            line    | head:base  | d c b a
            line    | c:a        | c b
            line    | c:         | c b a
            line    | c:-1       | c
            diamond | m:b        | m
            diamond | n:left@base | n m b
            diamond | heads:a    | n m c b
            line    | head:head-1 | d
            depends | heads:b    | z y c
            """)
    void downgradesARangeWithoutADatabase(String history, String range, String plan) {
        assertThat(ids(named(history).downgradeRange(range))).isEqualTo(plan);
    }

    @ParameterizedTest
    @CsvSource({"b", "':b'", "a:b:c"})
    void aDowngradeWithoutADatabaseNeedsBothEnds(String range) {
        assertThatThrownBy(() -> graph(LINE).downgradeRange(range))
                .isInstanceOf(InvalidIdentifierException.class)
                .hasMessageContaining("'a:b'");
    }

    @ParameterizedTest(name = "{0}: a range {1} is refused, as {2} is not an ancestor of {3}")
    @CsvSource(textBlock = """
            history,   c:a,        c,    a
            history,   head:b,     head, b
            upgrade,   d:b,        d,    b
            upgrade,   head:base,  head, base
            downgrade, a:c,        c,    a
            downgrade, base:head,  head, base
            """)
    void refusesARangeTheWrongWayRound(String command, String range, String from, String to) {
        RevisionGraph graph = graph(LINE);
        assertThatThrownBy(() -> {
                    switch (command) {
                        case "history" -> graph.history(range, List.of());
                        case "upgrade" -> graph.upgradeRange(range);
                        default -> graph.downgradeRange(range);
                    }
                })
                .isInstanceOf(NoAncestorException.class)
                .hasMessageStartingWith(
                        "The range '" + range + "' is empty, since '" + from + "' is not an ancestor of '" + to + "'.");
    }

    @ParameterizedTest(name = "siblings are no range: {0}")
    @CsvSource({"b:c", "c:b", "right:left"})
    void refusesARangeBetweenBranches(String range) {
        assertThatThrownBy(() -> graph(DIAMOND).upgradeRange(range)).isInstanceOf(NoAncestorException.class);
        assertThatThrownBy(() -> graph(DIAMOND).downgradeRange(range)).isInstanceOf(NoAncestorException.class);
        assertThatThrownBy(() -> graph(DIAMOND).history(range, List.of())).isInstanceOf(NoAncestorException.class);
    }

    @Test
    void aHistoryNeedsAColon() {
        assertThatThrownBy(() -> graph(LINE).history("b", List.of())).isInstanceOf(InvalidIdentifierException.class);
    }

    @Test
    void everyUpgradeIsTakenBackByADowngrade() {
        RevisionGraph graph = graph("a, b<a, c<a, m<b+c, n<m, x!b, y<x!m, z<y");
        for (Revision target : graph.sorted()) {
            List<String> applied = new ArrayList<>();
            for (Revision step : graph.upgrade(List.of(), target.id())) {
                assertThat(applied).containsAll(step.downRevisions()).containsAll(step.dependsOn());
                applied.add(step.id());
            }
            for (Revision step : graph.downgrade(applied, "base")) {
                applied.remove(step.id());
                assertThat(applied)
                        .allSatisfy(left ->
                                assertThat(graph.isAncestor(step.id(), left)).isFalse());
            }
            assertThat(applied).isEmpty();
        }
    }
}
