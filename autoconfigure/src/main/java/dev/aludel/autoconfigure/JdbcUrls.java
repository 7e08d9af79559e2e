package dev.aludel.autoconfigure;

import java.util.regex.Pattern;

/** The user within a JDBC URL of PostgreSQL, which wins over one that is given beside it. */
final class JdbcUrls {

    private static final Pattern USER = Pattern.compile("[?&]user=");
    private static final Pattern BEFORE_HOST = Pattern.compile("^jdbc:[^/?]*//[^/?]*@");
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=[?&])(?:user|password)=[^&]*(?:&|$)");

    private JdbcUrls() {}

    static boolean namesUser(String url) {
        return USER.matcher(url).find();
    }

    static boolean hasCredentialsBeforeHost(String url) {
        return BEFORE_HOST.matcher(url).find();
    }

    /** Without user and password. */
    static String withoutUser(String url) {
        String without = CREDENTIALS.matcher(url).replaceAll("");
        return without.endsWith("?") || without.endsWith("&") ? without.substring(0, without.length() - 1) : without;
    }
}
