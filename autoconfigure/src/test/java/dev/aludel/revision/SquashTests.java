package dev.aludel.revision;

import static dev.aludel.revision.Histories.applied;
import static dev.aludel.revision.Histories.graph;
import static dev.aludel.revision.Histories.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquashTests {

    /** b, c and d are replaced by q, and still there. */
    private static final String BOTH = "a, b<a, c<b, d<c, e<d, q<a=b+c+d, f<e";

    /** Their scripts are gone. */
    private static final String GONE = "a, e<d, q<a=b+c+d, f<e";

    /** All from the base on, with what came after it following the one in their place. */
    private static final String WHOLE = "a, b<a, c<b, q=a+b+c, d<q";

    @ParameterizedTest(name = "{0}: with {1} applied, upgrade {2} applies {3}")
    @CsvSource(delimiter = '|', textBlock = """
            both  | ''          | heads   | a q e f
            both  | ''          | a       | a
            both  | ''          | q       | a q
            both  | ''          | d       | a q
            both  | ''          | e       | a q e
            both  | a           | heads   | q e f
            both  | a           | +1      | q
            both  | a b         | heads   | c d e f
            both  | a b         | +1      | c
            both  | a b         | q       | c d
            both  | a b c       | e       | d e
            both  | a b c d     | heads   | e f
            both  | a b c d     | +1      | e
            both  | a b c d e   | heads   | f
            both  | a b c d e f | heads   | ''
            both  | a q         | heads   | e f
            both  | a q e f     | heads   | ''
            both  | a b c d q   | heads   | e f
            gone  | ''          | heads   | a q e f
            gone  | a           | e       | q e
            gone  | a b c d     | heads   | e f
            gone  | a b c d e f | heads   | ''
            gone  | a q e       | heads   | f
            whole | ''          | heads   | q d
            whole | a           | heads   | b c d
            whole | a b c       | heads   | d
            whole | q           | heads   | d
            """)
    void upgrades(String history, String applied, String target, String plan) {
        assertThat(ids(named(history).upgrade(applied(applied), target))).isEqualTo(plan);
    }

    @ParameterizedTest(name = "{0}: with {1} applied, downgrade {2} takes back {3}")
    @CsvSource(delimiter = '|', textBlock = """
            both  | a q e f     | base | f e q a
            both  | a q e f     | q    | f e
            both  | a q e f     | d    | f e
            both  | a q e       | -1   | e
            both  | a q e       | -2   | e q
            both  | a b c d e f | -3   | f e q
            both  | a b c d e f | a    | f e q
            both  | a b c       | b    | c
            both  | a b c       | base | c b a
            gone  | a b c d e   | a    | e q
            whole | a b         | base | b a
            whole | a b c       | base | q
            """)
    void downgrades(String history, String applied, String target, String plan) {
        assertThat(ids(named(history).downgrade(applied(applied), target))).isEqualTo(plan);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            both  | a b c d     | q
            both  | a b c d e   | e
            both  | a b         | b
            both  | a q         | q
            gone  | a b c d     | q
            gone  | a b c       | a b c
            whole | a b c       | q
            whole | a           | a
            """)
    void tellsWhereADatabaseStands(String history, String applied, String current) {
        assertThat(String.join(" ", named(history).current(applied(applied)))).isEqualTo(current);
    }

    @Test
    void showsTheOneInTheirPlace() {
        assertThat(ids(graph(BOTH).sorted())).isEqualTo("a q e f");
        assertThat(ids(graph(BOTH).heads())).isEqualTo("f");
        assertThat(ids(graph(BOTH).history("q:", List.of()))).isEqualTo("f e q");
        assertThat(ids(graph(BOTH).history(":current", applied("a b c")))).isEqualTo("c b a");
        assertThat(ids(graph(BOTH).completed(applied("a b c d")))).isEqualTo("q");
        assertThat(graph(BOTH).completed(applied("a b c"))).isEmpty();
        assertThat(graph(BOTH).unknown(applied("a b c d z"))).containsExactly("z");
        assertThat(graph(BOTH).stamp(applied("a b c d"), List.of("heads"))).containsExactly("a", "q", "e", "f");
        assertThat(graph(BOTH).stamp(applied("a b"), List.of("q"))).containsExactly("a", "b", "c", "d");
    }

    @Test
    void refusesAPlaceWithin() {
        assertThatThrownBy(() -> graph(BOTH).upgrade(List.of(), "c"))
                .isInstanceOf(ReplacedRevisionException.class)
                .hasMessage(
                        "Revision 'c' is one of those that 'q' does at once. Name 'q', or a revision before or after it.");
    }

    @Test
    void refusesToGoOnWithoutTheScripts() {
        assertThatThrownBy(() -> graph(GONE).upgrade(applied("a b"), "heads"))
                .isInstanceOf(HalfReplacedException.class)
                .hasMessage(
                        "The database stands within what 'q' replaces: 'b' is applied, and the scripts of 'b', 'c', 'd' are gone. Restore them, and upgrade; remove them when every database is past 'q'.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a, b<a, q=a+b, r=b                   | both replace 'b'
            a, b<a, q=a+b, c<q, r=q+c            | replaces others itself
            a, b<a, c<b, q=b+c                   | header '-- down-revision: a'
            a, q<a=a+q                           | names itself
            a, q<a=b+c, d<z                      | 'z'
            """)
    void refusesWhatLeavesOpenWhichCounts(String history, String message) {
        assertThatThrownBy(() -> graph(history))
                .isInstanceOf(InvalidGraphException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest(name = "{0}: {1} replaces {2} and follows {3}")
    @CsvSource(delimiter = '|', textBlock = """
            a, b<a, c<b, d<c             | b:c | b c     | a
            a, b<a, c<b, d<c             | :c  | a b c   | ''
            a, b<a, c<b, d<c             | c:  | c d     | b
            a, b<a, c<a, m<b+c, n<m      | a:m | a b c m | ''
            a, b<a, x#side, c<b!x, d<c   | b:d | b c d   | a
            """)
    void findsTheRevisions(String history, String range, String replaced, String parents) {
        Squash squash = graph(history).squash(range);
        assertThat(ids(squash.replaced())).isEqualTo(replaced);
        assertThat(String.join(" ", squash.downRevisions())).isEqualTo(parents);
        assertThat(squash.revision("q", "").replaces()).containsExactly(replaced.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a, b<a, c<b             | b:b   | alone
            a, b<a, c<a             | a:    | ends at 2 revisions
            a, b<a, c<a, d<b        | a:d   | from 'a', which is within, a branch leads to 'c'
            a, q=x+y, b<q           | q:b   | replaces others itself
            """)
    void refusesARangeThatNoneCanStandFor(String history, String range, String message) {
        assertThatThrownBy(() -> graph(history).squash(range))
                .isInstanceOf(UnsquashableRangeException.class)
                .hasMessageContaining(message);
    }

    private static RevisionGraph named(String history) {
        return graph(
                switch (history) {
                    case "both" -> BOTH;
                    case "gone" -> GONE;
                    default -> WHOLE;
                });
    }
}
