package dev.aludel.dialect.postgresql.session;

import dev.aludel.dialect.JdbcUrls;
import java.util.regex.Pattern;

/** JDBC URLs of PostgreSQL (pgJDBC, Connecting to the Database). */
public final class PostgresUrls implements JdbcUrls {

    private static final Pattern USER = Pattern.compile("[?&]user=");
    private static final Pattern BEFORE_HOST = Pattern.compile("^jdbc:[^/?]*//[^/?]*@");
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=[?&])(?:user|password)=[^&]*(?:&|$)");

    @Override
    public boolean lead(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    @Override
    public String driverClass() {
        return "org.postgresql.Driver";
    }

    @Override
    public String dependencies() {
        return "org.postgresql:postgresql";
    }

    @Override
    public boolean nameUser(String url) {
        return USER.matcher(url).find();
    }

    @Override
    public boolean haveCredentialsBeforeHost(String url) {
        return BEFORE_HOST.matcher(url).find();
    }

    @Override
    public String withoutUser(String url) {
        String without = CREDENTIALS.matcher(url).replaceAll("");
        return without.endsWith("?") || without.endsWith("&") ? without.substring(0, without.length() - 1) : without;
    }
}
