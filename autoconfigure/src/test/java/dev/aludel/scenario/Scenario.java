package dev.aludel.scenario;

import dev.aludel.diff.RenameAnswers;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One file of {@code src/test/resources/scenarios}: what it is about in plain words, then sections that begin with a line of
 * their own.
 *
 * <ul>
 *   <li>{@code -- before}, {@code -- after}: the entities, without package and imports; a missing before is an empty database
 *   <li>{@code -- before mapping}, {@code -- after mapping}: an orm.xml or hbm.xml beside the classes, whose package is
 *       <code>${package}</code>
 *   <li>{@code -- settings}: properties of Hibernate
 *   <li>{@code -- given}: what a database holds before anything is made in it
 *   <li>{@code -- foreign}: statements that make what no mapping has, once before is there; it must be there at the end
 *   <li>{@code -- foreign after}: the same as it is at the end, where it follows a rename
 *   <li>{@code -- rows}: statements that fill the tables of before; the rows must live on
 *   <li>{@code -- converted}: columns, as {@code table.column}, whose values read otherwise in after, and the same again in before
 *   <li>{@code -- filled}: columns, as {@code table.column}, that rows without a value get one in
 *   <li>{@code -- values}: queries that end with {@code ;}, each followed by a line for each of its rows in after
 *   <li>{@code -- defaults}: what {@code --default} says rows get, as {@code table.column=expression}
 *   <li>{@code -- hazards}: the codes of the upgrade's hazards, in order
 *   <li>{@code -- upgrade}, {@code -- downgrade}: the exact statements that lead from before to after and back
 *   <li>{@code -- before as sql}, {@code -- after as sql}: what the mapping means, where Hibernate's own creation fails
 *   <li>{@code -- also}: how else it runs, a line each: {@code java}, {@code online}, {@code online in java}
 *   <li>{@code -- since}: the major version of PostgreSQL that has what it is about first
 *   <li>{@code -- renames}: lines {@code users.name=full_name}, as {@code --rename} says them; annotations are in the entities
 *   <li>{@code -- answers}: lines {@code query -> value} that hold after the upgrade; and the downgrade brings back all rows
 *   <li>{@code -- renamed}: lines {@code name -> other name} for constraints nobody named that live on under the name they had
 * </ul>
 *
 * @param name the group's folder and the file's name: {@code columns/add-a-column}
 */
record Scenario(String name, Path file, Map<String, String> sections) {

    private static final Set<String> SECTIONS = Set.of(
            "before",
            "after",
            "before mapping",
            "after mapping",
            "settings",
            "given",
            "foreign",
            "foreign after",
            "rows",
            "converted",
            "filled",
            "values",
            "defaults",
            "hazards",
            "upgrade",
            "downgrade",
            "before as sql",
            "after as sql",
            "also",
            "since",
            "renames",
            "answers",
            "renamed");

    /** All scenarios, in the order of their names. */
    static List<Scenario> all() throws URISyntaxException {
        URL folder = Objects.requireNonNull(Scenario.class.getResource("/scenarios"), "scenarios");
        return in(Path.of(folder.toURI()));
    }

    private static List<Scenario> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(file -> of(folder, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario of(Path folder, Path file) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        try {
            return new Scenario(
                    path.substring(0, path.length() - ".txt".length()), file, parse(path, Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> parse(String path, String text) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder current = new StringBuilder();
        for (String line : text.lines().toList()) {
            String title = line.startsWith("-- ") ? line.substring(3).strip() : "";
            if (!title.isEmpty() && !SECTIONS.contains(title)) {
                throw new IllegalArgumentException(path + " has an unknown section '" + title + "'");
            }
            if (!title.isEmpty()) {
                current = new StringBuilder();
                if (sections.put(title, current) != null) {
                    throw new IllegalArgumentException(path + " has two sections '" + title + "'");
                }
            } else {
                current.append(line).append('\n');
            }
        }
        if (!sections.containsKey("after")) {
            throw new IllegalArgumentException(path + " lacks the section 'after'");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        sections.forEach((title, section) -> texts.put(title, section.toString()));
        return texts;
    }

    Optional<String> section(String title) {
        return Optional.ofNullable(sections.get(title));
    }

    String before() {
        return section("before").orElse("");
    }

    String after() {
        return section("after").orElseThrow();
    }

    /** Whether a server of this major version has what the scenario is about. */
    boolean isFor(int version) {
        return section("since").map(since -> Integer.parseInt(since.strip())).orElse(0) <= version;
    }

    /** Whether the laws are tried with other revisions as well: {@code java}, {@code online}, {@code online in java}. */
    boolean isAlso(String kind) {
        return section("also").stream().flatMap(String::lines).anyMatch(kind::equals);
    }

    Map<String, String> settings() {
        return pairs("settings");
    }

    /** What rows get in columns that must have a value, by {@code table.column}. */
    Map<String, String> defaults() {
        return pairs("defaults");
    }

    /** The columns that a section names. */
    List<String> columns(String title) {
        return section(title).orElse("").lines().filter(line -> !line.isBlank()).toList();
    }

    /** From the name in a fresh creation to the name that an unnamed constraint keeps. */
    Map<String, String> renamed() {
        Map<String, String> names = new LinkedHashMap<>();
        section("renamed").stream().flatMap(String::lines).forEach(line -> {
            String[] name = line.split(" -> ", 2);
            names.put(name[0].strip(), name[1].strip());
        });
        return names;
    }

    RenameAnswers renames() {
        RenameAnswers answers = RenameAnswers.NONE;
        for (String line : section("renames").stream().flatMap(String::lines).toList()) {
            String[] names = line.strip().split("=", 2);
            answers = names.length == 2 ? answers.andRenamed(names[0], names[1]) : answers;
        }
        return answers;
    }

    /** From query to the value that it has after the upgrade. */
    Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        section("answers").stream()
                .flatMap(String::lines)
                .filter(line -> line.contains(" -> "))
                .forEach(line -> answers.put(
                        line.substring(0, line.lastIndexOf(" -> ")).strip(),
                        line.substring(line.lastIndexOf(" -> ") + 4).strip()));
        return answers;
    }

    private Map<String, String> pairs(String title) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(section(title).orElse("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(key -> pairs.put(key, properties.getProperty(key)));
        return pairs;
    }
}
