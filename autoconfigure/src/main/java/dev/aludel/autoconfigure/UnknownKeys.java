package dev.aludel.autoconfigure;

import dev.aludel.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Finds keys below {@code aludel} that an application sets and nothing reads, also as environment variables. */
final class UnknownKeys {

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("aludel");
    private static final String VARIABLE_PREFIX = "ALUDEL_";
    private static final Pattern INDEX_OF_VARIABLE = Pattern.compile("(_\\d+)+_?$");

    private final KnownKeys known = KnownKeys.read();

    /**
     * A key that nothing reads.
     *
     * @param name as the user wrote it, or as near to that as is known: {@code aludel.lock-timout}, {@code ALUDEL_LOCKTIMOUT}
     * @param meant the keys that may have been meant, in the same spelling
     */
    record UnknownKey(String name, List<String> meant) {

        /** What is wrong. */
        String message() {
            return "Nothing reads '" + name + "'.";
        }

        /** What to do. */
        String remedy() {
            return meant.isEmpty() ? "Remove it." : "Did you mean '" + String.join("' or '", meant) + "'?";
        }
    }

    /** All in an environment, by name. */
    List<UnknownKey> in(Environment environment) {
        Map<String, UnknownKey> found = new TreeMap<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            Stream<UnknownKey> unknown =
                    source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource variables
                            ? Stream.of(variables.getPropertyNames()).flatMap(this::variable)
                            : source instanceof IterableConfigurationPropertySource iterable
                                    ? iterable.stream().flatMap(this::property)
                                    : Stream.empty();
            unknown.forEach(key -> found.put(key.name(), key));
        }
        return List.copyOf(found.values());
    }

    private Stream<UnknownKey> property(ConfigurationPropertyName name) {
        if (!PREFIX.isAncestorOf(name)) {
            return Stream.empty();
        }
        List<String> elements = new ArrayList<>();
        for (int at = PREFIX.getNumberOfElements(); at < name.getNumberOfElements(); at++) {
            if (!name.isNumericIndex(at)) {
                elements.add(name.getElement(at, ConfigurationPropertyName.Form.DASHED));
            }
        }
        if (elements.isEmpty() || known.names().stream().anyMatch(key -> isKey(key.split("\\."), elements))) {
            return Stream.empty();
        }
        return Stream.of(new UnknownKey(
                name.toString(),
                nearest(String.join(".", elements)).map(key -> "aludel." + key).toList()));
    }

    private static boolean isKey(String[] key, List<String> elements) {
        if (key.length != elements.size()) {
            return false;
        }
        for (int at = 0; at < key.length; at++) {
            if (!key[at].equals(KnownKeys.ANY) && !plain(key[at]).equals(plain(elements.get(at)))) {
                return false;
            }
        }
        return true;
    }

    private Stream<UnknownKey> variable(String name) {
        if (!name.startsWith(VARIABLE_PREFIX)) {
            return Stream.empty();
        }
        String written = plain(INDEX_OF_VARIABLE
                .matcher(name.substring(VARIABLE_PREFIX.length()))
                .replaceFirst(""));
        boolean isKnown = known.names().stream().anyMatch(key -> isVariable(key, written));
        return isKnown
                ? Stream.empty()
                : Stream.of(new UnknownKey(
                        name, nearest(written).map(UnknownKeys::asVariable).toList()));
    }

    private static boolean isVariable(String key, String written) {
        return Pattern.matches(plain(key).replace(KnownKeys.ANY, ".+"), written);
    }

    /** Returns the key that begins alike, else the one that is spelled alike, else the one that ends in the same word. */
    private Stream<String> nearest(String written) {
        String plain = plain(written);
        List<String> keys = known.names().stream()
                .filter(key -> !key.contains(KnownKeys.ANY))
                .toList();
        List<String> longer =
                keys.stream().filter(key -> plain(key).startsWith(plain)).toList();
        if (longer.size() == 1) {
            return longer.stream();
        }
        List<String> similar =
                Spelling.nearest(plain, keys.stream().map(UnknownKeys::plain).toList());
        String last = plain(written.substring(written.lastIndexOf('.') + 1));
        return keys.stream()
                .filter(key -> similar.isEmpty()
                        ? plain(key.substring(key.lastIndexOf('.') + 1)).equals(last)
                        : similar.get(0).equals(plain(key)));
    }

    private static String asVariable(String key) {
        return VARIABLE_PREFIX + key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** An environment variable can spell neither dots nor dashes, and letters of one case alone. */
    private static String plain(String key) {
        return key.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
    }
}
