package dev.aludel.cli;

import dev.aludel.command.ShellWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A start of the application that is meant as a command.
 *
 * @param words what stands after {@code aludel}, without Spring's options
 * @param springOptions options with a dot in their name, such as {@code --spring.profiles.active=dev}: Spring's
 */
record Invocation(List<String> words, List<String> springOptions) {

    /** The first argument that makes a start a command. */
    private static final String NAME = "aludel";

    /** The environment variable, or system property, for a {@code main} that drops its arguments. */
    private static final String VARIABLE = "ALUDEL_COMMAND";

    private static final Pattern SPRING_OPTION =
            Pattern.compile("--[\\w\\[\\]-]+(\\.[\\w\\[\\]-]+)+(=.*)?", Pattern.DOTALL);

    Invocation {
        words = List.copyOf(words);
        springOptions = List.copyOf(springOptions);
    }

    /** What this process was asked, if it was asked a command. */
    static Optional<Invocation> of(String[] arguments) {
        String property = System.getProperty(VARIABLE);
        return of(arguments, property == null ? System.getenv(VARIABLE) : property);
    }

    /** The arguments win over the variable: they were typed, the variable may be inherited. */
    static Optional<Invocation> of(String[] arguments, @Nullable String variable) {
        List<String> given = List.of(arguments);
        int first = firstWord(given);
        if (first < given.size() && given.get(first).equals(NAME)) {
            List<String> rest = new ArrayList<>(given);
            rest.remove(first);
            return Optional.of(split(rest));
        }
        if (variable == null || variable.isBlank()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(ShellWords.of(variable));
        if (!words.isEmpty() && words.get(0).equals(NAME)) {
            words.remove(0);
        }
        given.stream().filter(Invocation::isSpringOption).forEach(words::add);
        return Optional.of(split(words));
    }

    /** The words as picocli takes them, which has no {@code help upgrade}, only {@code upgrade --help}. */
    String[] arguments() {
        List<String> arguments = new ArrayList<>(words);
        if (!arguments.isEmpty() && arguments.get(0).equals("help")) {
            arguments.remove(0);
            arguments.add("--help");
        }
        return arguments.toArray(String[]::new);
    }

    private static int firstWord(List<String> arguments) {
        int index = 0;
        while (index < arguments.size() && isSpringOption(arguments.get(index))) {
            index++;
        }
        return index;
    }

    private static Invocation split(List<String> arguments) {
        return new Invocation(
                arguments.stream().filter(word -> !isSpringOption(word)).toList(),
                arguments.stream().filter(Invocation::isSpringOption).toList());
    }

    private static boolean isSpringOption(String argument) {
        return SPRING_OPTION.matcher(argument).matches();
    }
}
