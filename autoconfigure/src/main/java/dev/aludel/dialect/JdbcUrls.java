package dev.aludel.dialect;

/** JDBC URLs of a database, and its driver. */
public interface JdbcUrls {

    /** Tells whether a URL leads to this kind of database. */
    boolean lead(String url);

    /** Tells whether a URL names a user, who wins over one that is given apart from it. */
    boolean nameUser(String url);

    /** Tells whether a URL has credentials where the driver takes them for a part of the host, and would print them with it. */
    boolean haveCredentialsBeforeHost(String url);

    /** Returns a URL without user and password. */
    String withoutUser(String url);

    /** The class of the driver. */
    String driverClass();

    /** The Maven coordinates of the driver and of what Hibernate needs beside it, for a message that says what is missing. */
    String dependencies();
}
