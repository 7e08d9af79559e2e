package dev.aludel.script;

import dev.aludel.AludelException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names new files: {@code {datetime}_{revision}_{slug}} makes {@code 20261122_101500_3f2a9c1b7d40_add_email_to_users.sql}.
 *
 * @param template with the places {@code {revision}}, {@code {slug}}, {@code {datetime}}, {@code {year}}, {@code {month}},
 *     {@code {day}}, {@code {hour}}, {@code {minute}}, {@code {second}}, {@code {epoch}}
 * @param zone of date and time
 */
public record FileTemplate(String template, ZoneId zone) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");
    private static final Map<String, String> TIMES = Map.of(
            "datetime", "yyyyMMdd_HHmmss",
            "year", "yyyy",
            "month", "MM",
            "day", "dd",
            "hour", "HH",
            "minute", "mm",
            "second", "ss");

    private static final int SLUG = 40;

    /** The name of a script's file. */
    public String name(String revision, String message, Instant created) {
        ZonedDateTime time = created.atZone(zone);
        String name = PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(value(place, revision, message, time)))
                .replaceAll("_+$", "");
        if (name.isEmpty() || name.startsWith(".") || name.contains("/") || name.contains("\\")) {
            throw new AludelException("The file template '" + template + "' gives the name '" + name
                    + "', which is no name of a file. Use one such as {datetime}_{revision}_{slug}.");
        }
        return name + ".sql";
    }

    /** The name of a class: {@code R20261122_101500_3f2a9c1b7d40_AddEmailToUsers}. */
    public String className(String revision, String message, Instant created) {
        String words = Arrays.stream(slug(message).split("_"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        String file = new FileTemplate(template.replace("{slug}", words), zone).name(revision, message, created);
        String name = file.substring(0, file.length() - ".sql".length()).replaceAll("[^A-Za-z0-9_]", "_");
        return Character.isDigit(name.charAt(0)) ? "R" + name : name;
    }

    private String value(MatchResult place, String revision, String message, ZonedDateTime time) {
        String name = place.group(1);
        String pattern = TIMES.get(name);
        if (pattern != null) {
            return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
        }
        return switch (name) {
            case "revision" -> revision;
            case "slug" -> slug(message);
            case "epoch" -> String.valueOf(time.toEpochSecond());
            default ->
                throw new AludelException("The file template '" + template + "' has the place '{" + name
                        + "}', which is not known. Use {revision}, {slug}, {datetime}, {year}, {month}, {day}, {hour},"
                        + " {minute}, {second} or {epoch}.");
        };
    }

    /** {@code Füge E-Mail hinzu!} as {@code fuge_e_mail_hinzu}: ASCII, at most 40 characters, cut at a word. */
    static String slug(String message) {
        String slug = ascii(message).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        if (slug.length() <= SLUG) {
            return slug;
        }
        int word = slug.lastIndexOf('_', SLUG);
        return slug.substring(0, word > 0 ? word : SLUG);
    }

    private static String ascii(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d");
    }
}
