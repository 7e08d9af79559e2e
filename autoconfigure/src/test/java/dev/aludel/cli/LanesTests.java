package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.aludel.command.RevisionInfo;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanesTests {

    /** {@code "a, b<a, m<b+c"}, drawn with ids alone. */
    private static String drawn(String history) {
        return String.join(
                "\n", Lanes.draw(infos(history), info -> info.revision().id()));
    }

    private static List<RevisionInfo> infos(String history) {
        List<Revision> revisions = Arrays.stream(history.split(", "))
                .map(text -> text.split("<"))
                .map(parts -> Revision.of(parts[0], "", parts.length == 1 ? new String[0] : parts[1].split("\\+")))
                .toList();
        return RevisionGraph.of(revisions).sortedNewestFirst().stream()
                .map(revision -> new RevisionInfo(revision, null, "", false, false, false))
                .toList();
    }

    @Test
    void aLineIsItsTextAlone() {
        assertThat(drawn("a, b<a, c<b")).isEqualTo("c\nb\na");
        assertThat(drawn("a, b<a, x, y<x")).isEqualTo("y\nx\nb\na");
    }

    @Test
    void drawsADiamond() {
        assertThat(drawn("a, b<a, c<a, m<b+c, n<m")).isEqualTo("""
            * n
            * m
            |\\
            | * c
            * | b
            |/
            * a\
            """);
    }

    @Test
    void drawsSeveralHeads() {
        assertThat(drawn("a, b<a, c<a, d<a")).isEqualTo("""
            * d
            | * c
            | | * b
            | |/
            |/
            * a\
            """);
    }

    @Test
    void leadsALanePastAnother() {
        assertThat(drawn("a, b<a, c<b, d<b, e<a, f<b+e")).isEqualTo("""
            * f
            |\\
            | * e
            | | * d
            | | | * c
            | | |/
            | |/
            |/|
            * | b
            |/
            * a\
            """);
    }

    @Test
    void drawsAMergeOfThree() {
        assertThat(drawn("a, b<a, c<a, d<a, m<b+c+d")).isEqualTo("""
            * m
            |\\
            |\\ \\
            | | * d
            | * | c
            * | | b
            | |/
            |/
            * a\
            """);
    }

    @Test
    void drawsTenThousandRevisionsInTheTimeOfTheirNumber() {
        List<Revision> revisions = new ArrayList<>(List.of(Revision.of("r0", "")));
        for (int i = 1; i < 10_000; i++) {
            revisions.add(
                    i % 3 == 2 && i > 2
                            ? Revision.of("r" + i, "", "r" + (i - 1), "r" + (i - 2))
                            : Revision.of("r" + i, "", "r" + Math.max(0, i - (i % 3 == 1 ? 2 : 1))));
        }
        List<RevisionInfo> infos = RevisionGraph.of(revisions).sortedNewestFirst().stream()
                .map(revision -> new RevisionInfo(revision, null, "", false, false, false))
                .toList();

        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(Lanes.draw(infos, info -> info.revision().id()))
                        .hasSizeGreaterThan(10_000));
    }

    @Test
    void keepsTheLanesBesideTextOfSeveralLines() {
        Function<RevisionInfo, String> block = info -> info.revision().id() + "\n  text\n";
        assertThat(String.join("\n", Lanes.draw(infos("a, b<a, c<a"), block))).isEqualTo("""
            * c
            |   text
            | * b
            | |   text
            |/
            * a
                text\
            """);
    }

    @Test
    void everyLineStandsOnItsWayToItsParents() {
        String history = "a, b<a, c<a, d<b, e<b, f<c+e, g<d, h<f+g, i<h, x, y<x, z<y+i, k<a, l<k+c";
        List<RevisionInfo> infos = infos(history);
        List<String> lines = Lanes.draw(infos, info -> info.revision().id());

        assertThat(lines.stream().filter(line -> line.contains("*")).map(LanesTests::last))
                .containsExactlyElementsOf(
                        infos.stream().map(info -> info.revision().id()).toList());
        for (RevisionInfo info : infos) {
            for (String parent : info.revision().downRevisions()) {
                assertThat(leads(lines, info.revision().id(), parent))
                        .as(info.revision().id() + " to " + parent + "\n" + String.join("\n", lines))
                        .isTrue();
            }
        }
    }

    /** Whether following the strokes down from one node leads to another, without passing a third. */
    private static boolean leads(List<String> lines, String from, String to) {
        int at = row(lines, from);
        List<Integer> open = new ArrayList<>(List.of(lines.get(at).indexOf('*')));
        for (int row = at + 1; row <= row(lines, to); row++) {
            String line = lines.get(row);
            open = open.stream()
                    .flatMap(column -> Stream.of(column - 2, column - 1, column, column + 1, column + 2)
                            .filter(next -> next >= 0 && next < line.length())
                            .filter(next -> switch (line.charAt(next)) {
                                case '|', '*' -> next.equals(column) || Math.abs(next - column) == 1;
                                case '/' -> next < column;
                                case '\\' -> next > column;
                                default -> false;
                            }))
                    .distinct()
                    .collect(Collectors.toCollection(ArrayList::new));
            int node = line.indexOf('*');
            if (row < row(lines, to) && node >= 0) {
                open.remove(Integer.valueOf(node));
            }
        }
        return open.contains(lines.get(row(lines, to)).indexOf('*'));
    }

    private static int row(List<String> lines, String id) {
        return lines.indexOf(lines.stream()
                .filter(line -> line.contains("*") && last(line).equals(id))
                .findFirst()
                .orElseThrow());
    }

    private static String last(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }
}
