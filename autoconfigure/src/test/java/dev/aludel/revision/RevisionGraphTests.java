package dev.aludel.revision;

import static dev.aludel.revision.Histories.applied;
import static dev.aludel.revision.Histories.graph;
import static dev.aludel.revision.Histories.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionGraphTests {

    @ParameterizedTest(name = "{0} is sorted to {1}, with heads {2} and bases {3}")
    @CsvSource(delimiter = '|', textBlock = """
            'c<b, b<a, a'                   | a b c     | c   | a
            'a, b<a, c<a'                   | a b c     | b c | a
            'm<b+c, c<a, b<a, a'            | a b c m   | m   | a
            'a, d<b, b<a, c<a, e<c'         | a b d c e | d e | a
            'a, b<a, x, y<x'                | a b x y   | b y | a x
            'a!y, b<a, x, y<x'              | x y a b   | y b | x a
            'a!orders, b<a, x, y<x#orders'  | x y a b   | y b | x a
            'only'                          | only      | only | only
            """)
    void sortsParentsAndDependenciesFirstAndABranchInOnePiece(String text, String sorted, String heads, String bases) {
        RevisionGraph graph = graph(text);
        assertThat(ids(graph.sorted())).isEqualTo(sorted);
        assertThat(ids(graph.heads())).isEqualTo(heads);
        assertThat(ids(graph.bases())).isEqualTo(bases);
    }

    @Test
    void sortsTheSameWayHoweverTheFilesWereRead() {
        List<Revision> revisions =
                new ArrayList<>(Histories.revisions("a, b<a, c<a, d<c, m<b+d, n<m, x, y<x!m, z<y+n, q<a, p<q, o<q!y"));
        String expected = ids(RevisionGraph.of(revisions).sorted());
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(revisions, new Random(seed));
            assertThat(ids(RevisionGraph.of(revisions).sorted())).isEqualTo(expected);
        }
    }

    @Test
    void showsTheNewestFirstInAHistory() {
        assertThat(ids(graph("a, b<a, c<b").sortedNewestFirst())).isEqualTo("c b a");
    }

    @Test
    void anEmptyGraphHasNothing() {
        RevisionGraph graph = graph("");
        assertThat(graph.heads()).isEmpty();
        assertThat(graph.upgrade(List.of(), "heads")).isEmpty();
        assertThat(graph.upgrade(List.of(), "head")).isEmpty();
        assertThat(graph.downgrade(List.of(), "base")).isEmpty();
    }

    @Test
    void knowsChildrenAndAncestors() {
        RevisionGraph graph = graph("a, b<a, c<a, m<b+c, x!m");
        assertThat(ids(graph.children("a"))).isEqualTo("b c");
        assertThat(graph.children("m")).isEmpty();
        assertThat(graph.find("m")).map(Revision::id).contains("m");
        assertThat(graph.find("mm")).isEmpty();
        assertThat(graph.isAncestor("a", "m")).isTrue();
        assertThat(graph.isAncestor("a", "x")).isTrue();
        assertThat(graph.isAncestor("m", "a")).isFalse();
        assertThat(graph.isAncestor("b", "c")).isFalse();
        assertThat(graph.isAncestor("a", "a")).isFalse();
    }

    @ParameterizedTest(name = "of {0} applied, {1} is current")
    @CsvSource(delimiter = '|', textBlock = """
            ''        | ''
            a         | a
            a b       | b
            b a       | b
            a b c     | b c
            a c b m   | m
            a zz      | a zz
            """)
    void currentIsWhatNoOtherAppliedOneFollows(String applied, String current) {
        assertThat(graph("a, b<a, c<a, m<b+c").current(applied(applied))).isEqualTo(applied(current));
    }

    @Test
    void tellsWhichAppliedRevisionsItDoesNotKnow() {
        assertThat(graph("a, b<a").unknown(List.of("a", "later", "b", "later2")))
                .containsExactly("later", "later2");
    }

    @Test
    void aLineOfTenThousandNeedsNeitherStackNorTime() {
        List<Revision> revisions = new ArrayList<>(List.of(Revision.of("r0", "")));
        for (int i = 1; i < 10_000; i++) {
            revisions.add(Revision.of("r" + i, "", "r" + (i - 1)));
        }
        Collections.shuffle(revisions, new Random(1));
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            RevisionGraph graph = RevisionGraph.of(revisions);
            List<String> all = graph.sorted().stream().map(Revision::id).toList();
            assertThat(graph.upgrade(List.of(), "head")).hasSize(10_000);
            assertThat(graph.upgrade(List.of(), "+9999")).hasSize(9_999);
            assertThat(graph.downgrade(all, "base")).hasSize(10_000);
            assertThat(graph.downgrade(all, "-10000")).hasSize(10_000);
            assertThat(graph.current(all)).containsExactly("r9999");
            assertThat(ids(graph.resolve("head-9999", all))).isEqualTo("r0");
            assertThat(ids(graph.resolve("base+10000", all))).isEqualTo("r9999");
            assertThat(graph.isAncestor("r0", "r9999")).isTrue();
        });
    }
}
