package dev.aludel.cli;

import dev.aludel.command.RevisionInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Draws revisions, the newest first, with a lane for each line of them, as {@code git log --graph} does. A history without
 * branches is its text alone.
 *
 * <pre>
 * * b, c -&gt; m (head) (mergepoint)
 * |\
 * | * a -&gt; c
 * * | a -&gt; b
 * |/
 * * &lt;base&gt; -&gt; a (branchpoint)
 * </pre>
 */
final class Lanes {

    private static final String NOTHING = "";

    private final Set<String> shown = new HashSet<>();

    /** The revision that each lane leads to. */
    private final List<String> lanes = new ArrayList<>();

    private final List<String> lines = new ArrayList<>();
    private boolean branched;

    private Lanes(List<RevisionInfo> revisions) {
        revisions.forEach(info -> shown.add(info.revision().id()));
    }

    static List<String> draw(List<RevisionInfo> revisions, Function<RevisionInfo, String> text) {
        Lanes drawing = new Lanes(revisions);
        revisions.forEach(info -> drawing.node(info, text.apply(info)));
        return drawing.branched ? drawing.lines : revisions.stream().map(text).toList();
    }

    private void node(RevisionInfo info, String text) {
        String id = info.revision().id();
        if (!lanes.contains(id)) {
            lanes.add(id);
        }
        int lane = lanes.indexOf(id);
        join(lane);
        branched |= lanes.size() > 1;
        List<String> words = text.lines().toList();
        lines.add(bars(lane, '*') + " " + words.get(0));
        List<String> parents =
                info.revision().downRevisions().stream().filter(shown::contains).toList();
        lanes.set(lane, parents.isEmpty() ? NOTHING : parents.get(0));
        words.stream().skip(1).forEach(word -> lines.add((bars(lane, parents.isEmpty() ? ' ' : '|') + " " + word)));
        if (parents.isEmpty()) {
            close(lane);
        }
        for (int i = parents.size() - 1; i > 0; i--) {
            open(lane, parents.get(i));
        }
    }

    /** Other lanes that lead to the same revision end in its lane, each in the nearest one that does. */
    private void join(int lane) {
        for (int other = lanes.size() - 1; other > lane; other--) {
            String id = lanes.get(other);
            if (id.equals(lanes.get(lane))) {
                join(lanes.subList(0, other).lastIndexOf(id), other);
            }
        }
    }

    private void join(int lane, int other) {
        branched = true;
        for (int gap = other; gap > lane; gap--) {
            char[] row = row();
            bars(row, 0, other);
            row[2 * gap - 1] = '/';
            if (gap == lane + 1) {
                move(row, other + 1, -1, '/');
            } else {
                bars(row, other + 1, lanes.size());
            }
            add(row);
        }
        lanes.remove(other);
    }

    private void open(int lane, String parent) {
        branched = true;
        char[] row = row();
        bars(row, 0, lane + 1);
        move(row, lane, 1, '\\');
        add(row);
        lanes.add(lane + 1, parent);
    }

    /** After the first revision of a line. */
    private void close(int lane) {
        if (lane < lanes.size() - 1) {
            char[] row = row();
            bars(row, 0, lane);
            move(row, lane + 1, -1, '/');
            add(row);
        }
        lanes.remove(lane);
    }

    private String bars(int lane, char mark) {
        char[] row = row();
        bars(row, 0, lanes.size());
        row[2 * lane] = mark;
        return new String(row, 0, 2 * lanes.size() - 1);
    }

    private static void bars(char[] row, int from, int to) {
        for (int lane = from; lane < to; lane++) {
            row[2 * lane] = '|';
        }
    }

    /** The lanes from one on go half a lane aside. */
    private void move(char[] row, int from, int side, char mark) {
        for (int lane = from; lane < lanes.size(); lane++) {
            row[2 * lane + side] = mark;
        }
    }

    private char[] row() {
        char[] row = new char[2 * lanes.size() + 1];
        Arrays.fill(row, ' ');
        return row;
    }

    private void add(char[] row) {
        lines.add(new String(row).stripTrailing());
    }
}
