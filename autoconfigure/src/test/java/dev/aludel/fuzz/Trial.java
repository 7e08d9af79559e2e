package dev.aludel.fuzz;

import dev.aludel.fuzz.Verdict.Kind;
import dev.aludel.scenario.Engine;
import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Leads a pair of models through the laws 1 to 5, on two databases of its own. */
final class Trial implements AutoCloseable {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[^.\" ]+)";

    private static final Pattern CONSTRAINT =
            Pattern.compile("^(constraint " + NAME + "\\." + NAME + ")\\." + NAME + " ");

    private static final Pattern INDEX = Pattern.compile("^index .*? (CREATE .*?INDEX) .*? (ON .*)");

    /** Which names the generator gives. */
    private static final Pattern NAMED = Pattern.compile("^(constraint|index) .*?\\.\"?[nN]amed.*");

    /** The values of an enum's check are a set. */
    private static final Pattern VALUES = Pattern.compile("ARRAY\\[([^\\[\\]]*)]");

    private final TestDatabase hibernates = TestDatabase.createWithKeptConnections();
    private final TestDatabase aludels = TestDatabase.createWithKeptConnections();

    /** Such as 18. */
    String majorVersion() {
        return aludels.query("select current_setting('server_version_num')::int / 10000")
                .get(0);
    }

    Verdict of(EntityModel before, EntityModel after) {
        return opened(before, first -> opened(after, second -> walk(first, second)));
    }

    /**
     * Only what Hibernate refuses, be it by an assertion of its own, is nothing to judge: a server that is gone must not look like
     * it.
     */
    private Verdict opened(EntityModel model, Function<EntityModel.Open, Verdict> use) {
        EntityModel.Open open;
        try {
            open = model.open(aludels);
        } catch (RuntimeException | AssertionError e) {
            return new Verdict(Kind.DISCARDED, Failures.summary(e), Failures.stack(e));
        }
        try (open) {
            return use.apply(open);
        }
    }

    private Verdict walk(EntityModel.Open first, EntityModel.Open second) {
        aludels.clear();
        Engine engine = new Engine(aludels);
        StringBuilder log = new StringBuilder();
        String law = "fresh";
        CatalogSnapshot begin;
        CatalogSnapshot end;
        try {
            engine.begin(first);
            log.append(engine.migrate(first).upgrade());
            begin = CatalogSnapshot.of(aludels);
            law = "change";
            Optional<Verdict> loud = silence("silence before", engine, first, log);
            if (loud.isPresent()) {
                return loud.get();
            }
            Population population = Population.in(aludels);
            Engine.Step step = engine.revise(second);
            log.append("\n-- upgrade\n").append(step.upgrade());
            log.append("\n-- downgrade\n").append(step.downgrade());
            String script = step.upgrade() + step.downgrade();
            loud = rows("up", population.survive(() -> engine.upgrade(second), script), log);
            if (loud.isPresent()) {
                return loud.get();
            }
            end = CatalogSnapshot.of(aludels);
            loud = silence("silence after", engine, second, log);
            if (loud.isPresent()) {
                return loud.get();
            }
            law = "return";
            loud = rows("down", population.survive(() -> engine.back(first), script), log)
                    .or(() -> difference("return", CatalogSnapshot.of(aludels), begin, log));
            if (loud.isEmpty()) {
                loud = silence("silence again", engine, first, log);
            }
            if (loud.isPresent()) {
                return loud.get();
            }
        } catch (RuntimeException e) {
            return failed(law, e, law.equals("fresh") ? List.of(first) : List.of(first, second), log);
        }
        return judged(first, second, begin, end, log);
    }

    /** Where Hibernate's own creation fails too, nobody knows what the mapping means. */
    private Verdict failed(String law, RuntimeException failure, List<EntityModel.Open> models, StringBuilder log) {
        boolean meaningful = models.stream()
                .allMatch(model -> Creation.failureIn(hibernates, model).isEmpty());
        return new Verdict(
                meaningful ? Kind.BROKEN : Kind.DISCARDED,
                law + ": " + Failures.summary(failure),
                log + "\n" + Failures.stack(failure));
    }

    private Verdict judged(
            EntityModel.Open first,
            EntityModel.Open second,
            CatalogSnapshot begin,
            CatalogSnapshot end,
            StringBuilder log) {
        Optional<String> unknown = Creation.failureIn(hibernates, first);
        Optional<Verdict> fresh = unknown.isPresent()
                ? Optional.empty()
                : difference("fresh", unordered(begin), unordered(CatalogSnapshot.of(hibernates)), log);
        if (fresh.isPresent()) {
            return fresh.get();
        }
        Optional<String> unknownToo = Creation.failureIn(hibernates, second);
        Optional<Verdict> change =
                unknownToo.isPresent() ? Optional.empty() : changed(end, CatalogSnapshot.of(hibernates), log);
        return change.orElse(unknown.or(() -> unknownToo)
                .map(reason -> new Verdict(Kind.UNJUDGED, reason, ""))
                .orElse(Verdict.HELD));
    }

    private static Optional<Verdict> silence(String law, Engine engine, EntityModel.Open model, StringBuilder log) {
        List<String> differences = engine.compare(model);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict(Kind.BROKEN, law, log + "\n" + String.join("\n", differences)));
    }

    private static Optional<Verdict> rows(String way, Optional<String> wrong, StringBuilder log) {
        return wrong.map(text -> new Verdict(
                Kind.BROKEN, "rows " + way + ": " + text.lines().findFirst().orElse(""), log + "\n" + text));
    }

    private static Optional<Verdict> difference(
            String law, CatalogSnapshot actual, CatalogSnapshot expected, StringBuilder log) {
        String difference = actual.differenceFrom(expected);
        return difference.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Verdict(Kind.BROKEN, law + " differs", log + "\nmissing (-), surplus (+)\n" + difference));
    }

    /** A constraint that nobody names any more may keep the name that it has, but those with a name must have it. */
    private static Optional<Verdict> changed(CatalogSnapshot actual, CatalogSnapshot expected, StringBuilder log) {
        List<String> named = unordered(expected).lines().stream()
                .filter(line -> NAMED.matcher(line).matches())
                .map(Trial::withSortedValues)
                .toList();
        List<String> there =
                unordered(actual).lines().stream().map(Trial::withSortedValues).toList();
        return difference("change", meaning(actual), meaning(expected), log)
                .or(() -> there.containsAll(named)
                        ? Optional.empty()
                        : Optional.of(new Verdict(Kind.BROKEN, "change misses a name", log + "\n" + named)));
    }

    private static String withSortedValues(String line) {
        return VALUES.matcher(line).replaceAll(Trial::sorted);
    }

    /** Hibernate joins the conditions of a column in the order of a set, which is another each time. */
    private static CatalogSnapshot unordered(CatalogSnapshot snapshot) {
        return new CatalogSnapshot(
                snapshot.lines().stream().map(Trial::withSortedParts).sorted().toList());
    }

    private static String withSortedParts(String line) {
        int begin = line.indexOf(" CHECK (");
        return begin < 0 || !line.contains(" AND ")
                ? line
                : Arrays.stream(line.substring(begin).replaceAll("[()]", "").split(" AND |CHECK "))
                        .sorted()
                        .collect(Collectors.joining(" and ", line.substring(0, begin), ""));
    }

    private static CatalogSnapshot meaning(CatalogSnapshot snapshot) {
        return new CatalogSnapshot(unordered(snapshot).lines().stream()
                .map(line -> CONSTRAINT.matcher(line).replaceFirst("$1 "))
                .map(line -> INDEX.matcher(line).replaceFirst("index $1 $2"))
                .map(Trial::withSortedValues)
                .sorted()
                .toList());
    }

    private static String sorted(MatchResult values) {
        return Matcher.quoteReplacement(
                Arrays.stream(values.group(1).split(", ")).sorted().collect(Collectors.joining(", ", "ARRAY[", "]")));
    }

    @Override
    public void close() {
        hibernates.close();
        aludels.close();
    }
}
