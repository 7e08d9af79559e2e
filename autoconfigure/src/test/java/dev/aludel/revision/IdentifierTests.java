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
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTests {

    private static final String LINE = "1a, 12b<1a, 3c<12b, 4d<3c";

    /** a - b - c (label orders on b), a - x - y (label stock on x). */
    private static final String BRANCHES = "a, b<a#orders, c<b, x<a#stock, y<x";

    @ParameterizedTest(name = "{0} with {1} applied is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            3c         | ''      | 3c
            3          | ''      | 3c
            ' 3c '     | ''      | 3c
            12         | ''      | 12b
            head       | ''      | 4d
            heads      | ''      | 4d
            base       | 1a      | ''
            current    | 1a 12b  | 12b
            current    | ''      | ''
            +1         | 1a      | 12b
            +1         | ''      | 1a
            +3         | 1a      | 4d
            -1         | 1a 12b  | 1a
            -2         | 1a 12b  | ''
            current+1  | 1a      | 12b
            current-1  | 1a 12b  | 1a
            +0         | 1a 12b  | 12b
            3c-1       | ''      | 12b
            3c-3       | ''      | ''
            3c+1       | ''      | 4d
            12+1       | ''      | 3c
            head-2     | ''      | 12b
            base+2     | ''      | 12b
            1a@head    | ''      | 4d
            """)
    void onALine(String identifier, String applied, String revision) {
        assertThat(ids(graph(LINE).resolve(identifier, applied(applied)))).isEqualTo(revision);
    }

    @ParameterizedTest(name = "{0} with {1} applied is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            heads        | ''    | c y
            orders       | ''    | b
            orders@head  | ''    | c
            orders@heads | ''    | c
            orders@base  | ''    | ''
            orders@c     | ''    | c
            x@head       | ''    | y
            a@heads      | ''    | c y
            orders@+1    | a     | b
            orders@+2    | a x   | c
            stock@head-1 | ''    | x
            orders@base+1 | ''   | b
            a@base+1     | ''    | a
            current      | a b x | b x
            stock@current | a b x | x
            stock@-1     | a b x y | x
            stock@-2     | a b x y | ''
            b+1          | ''    | c
            """)
    void onBranches(String identifier, String applied, String revisions) {
        assertThat(ids(graph(BRANCHES).resolve(identifier, applied(applied)))).isEqualTo(revisions);
    }

    @Test
    void anAmbiguousPrefixListsTheCandidates() {
        assertThatThrownBy(() -> graph(LINE).resolve("1", List.of()))
                .isInstanceOf(AmbiguousRevisionException.class)
                .hasMessage("'1' is the beginning of several revisions: '12b', '1a'. Add a character.");
    }

    @Test
    void aFullIdIsNeverAmbiguous() {
        assertThat(ids(graph("1, 12<1, 123<12").resolve("12", List.of()))).isEqualTo("12");
    }

    @Test
    void headWithSeveralHeadsNamesThem() {
        assertThatThrownBy(() -> graph(BRANCHES).resolve("head", List.of()))
                .isInstanceOf(MultipleHeadsException.class)
                .hasMessageContaining("'c', 'y'")
                .hasMessageContaining("write heads for all");
        assertThatThrownBy(() -> graph(BRANCHES).resolve("a@head", List.of()))
                .isInstanceOf(MultipleHeadsException.class);
    }

    @Test
    void anUnknownOneSuggestsTheNearest() {
        RevisionGraph graph = graph("3f2a9c1b7d40, 1b9e0c44a2d1<3f2a9c1b7d40");
        assertThatThrownBy(() -> graph.resolve("3f2b9", List.of()))
                .isInstanceOf(RevisionNotFoundException.class)
                .hasMessage("Revision '3f2b9' is not known. Did you mean '3f2a9c1b7d40'?"
                        + " 'aludel history' lists them all.");
        assertThatThrownBy(() -> graph.resolve("qqqqqqqq", List.of()))
                .isInstanceOf(RevisionNotFoundException.class)
                .hasMessage("Revision 'qqqqqqqq' is not known. 'aludel history' lists those that are.");
        assertThatThrownBy(() -> graph.resolve("3x", List.of()))
                .isInstanceOf(RevisionNotFoundException.class)
                .hasMessage("Revision '3x' is not known. 'aludel history' lists those that are.");
        assertThatThrownBy(() -> graph.resolve("nolabel@head", List.of()))
                .isInstanceOf(RevisionNotFoundException.class)
                .hasMessageContaining("'nolabel'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a:b", "@", "@head", "a@", "+", "-", "a b", "a@b@c", "--1", "+1x", "+9999999999"})
    void refusesWhatIsNoIdentifier(String text) {
        assertThatThrownBy(() -> graph(LINE).resolve(text, List.of())).isInstanceOf(InvalidIdentifierException.class);
    }

    @ParameterizedTest(name = "{0} with {1} applied says {2}")
    @CsvSource(delimiter = '|', textBlock = """
            -3     | 1a 12b | 2 revisions are applied
            -1     | ''     | no revisions are applied
            +4     | 1a     | 3 revisions are pending
            +1     | 1a 12b 3c 4d | no revisions are pending
            3c+2   | ''     | there is 1 revision after '3c'
            3c-4   | ''     | there are 2 revisions before '3c'
            base-1 | ''     | there are no revisions before 'base'
            """)
    void aStepTooFarSaysHowManyThereAre(String identifier, String applied, String message) {
        assertThatThrownBy(() -> graph(LINE).resolve(identifier, applied(applied)))
                .isInstanceOf(RelativeRevisionException.class)
                .hasMessageStartingWith("'" + identifier + "' goes too far")
                .hasMessageContaining(message);
    }

    @Test
    void stepsAskWhichBranchWhereThereIsAFork() {
        RevisionGraph graph = graph("a, b<a, c<a, m<b+c");
        assertThatThrownBy(() -> graph.resolve("a+1", List.of()))
                .isInstanceOf(BranchRequiredException.class)
                .hasMessageContaining("'b', 'c'");
        assertThatThrownBy(() -> graph.resolve("m-1", List.of())).isInstanceOf(BranchRequiredException.class);
        assertThat(ids(graph.resolve("b@m-1", List.of()))).isEqualTo("b");
    }

    @Test
    void aRevisionOfAnotherBranchIsRefused() {
        assertThatThrownBy(() -> graph(BRANCHES).resolve("orders@y", List.of()))
                .isInstanceOf(InvalidIdentifierException.class)
                .hasMessageContaining("'y' is not on the branch 'orders'");
    }

    @Test
    void anAppliedRevisionThatNobodyKnowsMattersOnlyToWhoCountsFromIt() {
        RevisionGraph graph = graph(LINE);
        assertThat(ids(graph.resolve("3c", List.of("1a", "later")))).isEqualTo("3c");
        assertThatThrownBy(() -> graph.resolve("current", List.of("1a", "later")))
                .isInstanceOf(UnknownRevisionException.class)
                .hasMessageContaining("'later'");
    }
}
