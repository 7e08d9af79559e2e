package dev.aludel.documentation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/messages.md} is made from the texts of the exceptions: what happened, and what to do. */
class MessagesPageTests {

    private static final String ROOT = "AludelException";
    private static final String HEAD = """
            # Messages

            Every error by its words, with the remedy. Search this page for a part of your message. An ellipsis stands for a name, a number or a text of your
            project. On the command line the message is one line on standard error; `--verbose` adds the stack trace. This page is made from the code.
            """;

    private final Sources sources;

    MessagesPageTests() throws IOException {
        this.sources = Sources.endingWith(".java");
    }

    @Test
    void saysWhatTheExceptionsSay() throws IOException {
        Map<String, ClassTree> exceptions = exceptions();
        Map<String, Set<String>> created = new LinkedHashMap<>();
        for (ClassTree type : sources.classes()) {
            new MessageTexts(type)
                    .ofCreations()
                    .forEach((name, texts) -> created.computeIfAbsent(name, any -> new TreeSet<>())
                            .addAll(texts));
        }
        Map<String, Entry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> named = new HashSet<>();
        exceptions.forEach((name, type) -> {
            List<String> own = new MessageTexts(type).ofConstructors();
            List<String> given = new ArrayList<>(created.getOrDefault(name, Set.of()));
            (own.isEmpty() ? given : own).forEach(text -> {
                named.add(name);
                add(entries, text, name, own.isEmpty() ? List.of() : given);
            });
        });
        created.getOrDefault(ROOT, Set.of()).forEach(text -> add(entries, text, ROOT, List.of()));

        assertThat(exceptions.keySet()).allMatch(named::contains);
        GeneratedPage.check(
                "docs/reference/messages.md",
                HEAD + entries.values().stream().map(Entry::text).collect(joining()));
    }

    private static void add(Map<String, Entry> entries, String text, String exception, List<String> details) {
        boolean part = Character.isLowerCase(text.charAt(0)) && !text.startsWith("aludel");
        String whole = part ? "… " + text : text;
        int end = endOfFact(whole);
        Entry entry = entries.computeIfAbsent(
                whole.substring(0, end), fact -> new Entry(fact, exception, new LinkedHashSet<>(), details));
        entry.remedies().add(whole.substring(end).strip());
    }

    /**
     * A section of the page.
     *
     * @param fact the first sentence
     * @param remedies what may follow it
     * @param details what may stand for an ellipsis
     */
    private record Entry(String fact, String exception, Set<String> remedies, List<String> details) {

        String text() {
            List<String> lines = Stream.concat(remedies.stream(), details.stream())
                    .filter(line -> line.matches(".*\\p{L}.*"))
                    .distinct()
                    .map(MessagesPageTests::plain)
                    .toList();
            String body = lines.size() == 1
                    ? lines.get(0) + "\n\n"
                    : lines.stream().map(line -> "- " + line + "\n").collect(joining()) + (lines.isEmpty() ? "" : "\n");
            return "\n## %s\n\n%s`%s`\n".formatted(plain(fact), body, exception);
        }
    }

    /** Returns the classes that extend the root, directly or not. */
    private Map<String, ClassTree> exceptions() {
        Map<String, ClassTree> found = new LinkedHashMap<>();
        Set<String> parents = new HashSet<>(Set.of(ROOT));
        boolean more = true;
        while (more) {
            more = false;
            for (ClassTree type : sources.classes()) {
                String name = type.getSimpleName().toString();
                if (parents.contains(String.valueOf(type.getExtendsClause())) && found.put(name, type) == null) {
                    more |= parents.add(name);
                }
            }
        }
        return found;
    }

    /** Returns the end of the first sentence. */
    private static int endOfFact(String text) {
        for (int at = 1; at < text.length() - 2; at++) {
            boolean ends = ".?".indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == ' ';
            if (ends && (Character.isUpperCase(text.charAt(at + 2)) || "'…".indexOf(text.charAt(at + 2)) >= 0)) {
                return at + 1;
            }
        }
        return text.length();
    }

    private static String plain(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("_", "\\_");
    }
}
