package dev.aludel.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.aludel.testing.LongRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * The laws 1 to 5 hold for random mappings. {@code -Dfuzz.pairs=1 -Dfuzz.seed=7} tries the one pair that comes from a seed:
 * the pairs of a run come from the seeds that follow each other from the first on.
 */
@LongRun
class RandomMappingsIT {

    private static final Path FAILURES = Path.of("target/fuzz-failures");
    private static final int BATCH = 50;

    /** Further failures are told by their seeds alone. */
    private static final int SHRUNK = 20;

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> shrunk = new TreeMap<>();

    private final List<Logger> quiet = Stream.of("org.hibernate", "dev.aludel")
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();

    /** Thousands of starts of Hibernate are no news. */
    @BeforeEach
    void quieten() {
        quiet.forEach(logger -> logger.setLevel(Level.ERROR));
    }

    @AfterEach
    void speakAgain() {
        quiet.forEach(logger -> logger.setLevel(null));
    }

    @Test
    void keepTheLaws() {
        int pairs = Integer.getInteger("fuzz.pairs", 200);
        String chosen = System.getProperty("fuzz.seed", "20261122");
        long seed = chosen.equals("random") ? new Random().nextInt(Integer.MAX_VALUE) : Long.parseLong(chosen);
        say("fuzz.seed=%d fuzz.pairs=%d".formatted(seed, pairs));
        try (Trials trials = new Trials()) {
            JqwikSession.run(() -> {
                RandomGenerator<Mapping> generator = Mapping.arbitrary().generator(1000);
                for (long first = seed; first < seed + pairs; first += BATCH) {
                    tryAll(
                            trials,
                            generator,
                            LongStream.range(first, Math.min(first + BATCH, seed + pairs))
                                    .boxed()
                                    .toList());
                    say("%d of %d pairs: %s".formatted(Math.min(first + BATCH - seed, pairs), pairs, outcomes));
                }
            });
        }
        assertThat(failures).as("fuzz.seed=%d, %s", seed, outcomes).isEmpty();
        assertThat(outcomes.getOrDefault("held", 0))
                .as("pairs that say something: %s", outcomes)
                .isGreaterThan(pairs * 8 / 10);
    }

    private void tryAll(Trials trials, RandomGenerator<Mapping> generator, List<Long> seeds) {
        List<Shrinkable<Mapping>> mappings =
                seeds.stream().map(seed -> generator.next(new Random(seed))).toList();
        List<Verdict> verdicts =
                trials.of(mappings.stream().map(Shrinkable::value).toList());
        for (int i = 0; i < verdicts.size(); i++) {
            Verdict verdict = verdicts.get(i);
            outcomes.merge(verdict.kind().name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
            if (verdict.broken()) {
                say("broken " + seeds.get(i) + ": " + verdict.law());
                keep(trials, seeds.get(i), mappings.get(i), verdict);
            }
            if (verdict.kind() == Verdict.Kind.DISCARDED || verdict.kind() == Verdict.Kind.UNJUDGED) {
                say(verdict.kind() + " " + seeds.get(i) + ": " + verdict.law() + " "
                        + verdict.detail()
                                .lines()
                                .filter(line -> line.matches("[a-z]+[.].*Exc.*"))
                                .toList());
            }
        }
    }

    private void keep(Trials trials, long seed, Shrinkable<Mapping> broken, Verdict verdict) {
        boolean shrink = shrunk.size() < SHRUNK && shrunk.merge(verdict.law(), 1, Integer::sum) <= 3;
        Shrinking shrinking = new Shrinking(trials, broken, verdict, shrink ? 250 : 0);
        shrinking.run();
        String text = shrinking
                .smallest()
                .scenario("Seed " + seed + ": " + shrinking.verdict().law() + ".");
        failures.add("%d %s%n%s%n%s"
                .formatted(seed, verdict.law(), text, shrinking.verdict().detail()));
        try {
            Files.createDirectories(FAILURES);
            Files.writeString(FAILURES.resolve(seed + ".txt"), text);
            Files.writeString(
                    FAILURES.resolve(seed + ".log"), shrinking.verdict().detail());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("SystemOut") // a long run is watched
    private static void say(String line) {
        System.out.println(line);
    }
}
