package dev.aludel.demo.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A process that uses the embedded database: answers each line of its input, a query, and closes at the end of input. */
final class NeighbourMain {

    private NeighbourMain() {}

    public static void main(String[] args) throws IOException, SQLException {
        PrintStream answers = System.out;
        System.setOut(System.err); // for the log
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(args[0]), Integer.parseInt(args[1]))) {
            answers.println(database.jdbcUrl());
            for (String query = input.readLine(); query != null; query = input.readLine()) {
                answers.println(answer(database, query));
            }
        }
    }

    private static String answer(EmbeddedDatabase database, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(query)) {
                return "done";
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
