package dev.aludel.demo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class EmbeddedDatabaseIT {

    /** Longer than the path of a Unix socket may be, and with spaces. */
    private static final String LONG_NAME = "Books and shops ".repeat(7).strip();

    /** PostgreSQL takes its files away before its process ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path temporary;

    private final Path folder = temporary.resolve(LONG_NAME);
    private final List<Neighbour> neighbours = new ArrayList<>();

    @AfterEach
    void stopTheServerAndForgetItsTables() throws InterruptedException, SQLException {
        for (Neighbour neighbour : neighbours) {
            neighbour.kill();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, 0);
                Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("drop owned by " + EmbeddedDatabase.NAME);
        }
    }

    @Test
    void aSecondProcessFindsTheServerOfTheFirst() {
        Neighbour first = neighbour();
        String url = first.url();
        first.ask("create table books (title text)");

        Neighbour second = neighbour();

        assertThat(second.url()).isEqualTo(url);
        assertThat(second.ask("select count(*) from books")).isEqualTo("0");
    }

    @Test
    void processesThatStartAtOnceInANewFolderShareOneServer() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("data"));

        List<Neighbour> all = Stream.generate(this::neighbour).limit(4).toList();

        assertThat(all.stream().map(Neighbour::url).distinct()).hasSize(1);
        assertThat(all).allSatisfy(each -> assertThat(each.ask("select 1")).isEqualTo("1"));
    }

    @Test
    void theServerIsStoppedByTheLastToLeave() throws IOException, InterruptedException {
        Neighbour first = neighbour();
        first.url();
        Neighbour second = neighbour();
        second.url();
        ProcessHandle server = server();

        first.leave();
        assertThat(second.ask("select 1")).isEqualTo("1");

        second.leave();
        assertThat(server.onExit()).succeedsWithin(PATIENCE);
    }

    @Test
    void theServerGoesOnWhenTheProcessThatStartedItIsKilled() throws IOException, InterruptedException {
        Neighbour first = neighbour();
        first.url();
        Neighbour second = neighbour();
        second.url();
        ProcessHandle server = server();

        first.kill();

        assertThat(second.ask("select 1")).isEqualTo("1");
        second.leave();
        assertThat(server.onExit()).succeedsWithin(PATIENCE);
    }

    @Test
    void theServerOfAKilledProcessIsUsedAndStoppedByTheNext() throws IOException, InterruptedException {
        Neighbour first = neighbour();
        String url = first.url();
        ProcessHandle server = server();

        first.kill();
        assertThat(server.isAlive()).isTrue();

        Neighbour next = neighbour();
        assertThat(next.url()).isEqualTo(url);
        next.leave();
        assertThat(server.onExit()).succeedsWithin(PATIENCE);
    }

    @Test
    void rowsSurviveTheKillOfAProcessAndItsServer() throws IOException, InterruptedException {
        Neighbour first = neighbour();
        first.url();
        first.ask("create table books as select 'Emma' as title");
        ProcessHandle server = server();

        first.kill();
        kill(server);

        Neighbour next = neighbour();
        next.url();
        assertThat(next.ask("select title from books")).isEqualTo("Emma");
    }

    @Test
    void aServerThatIsKilledUnderAProcessIsStartedAgainByTheNext() throws IOException, InterruptedException {
        Neighbour first = neighbour();
        first.url();
        kill(server());

        Neighbour next = neighbour();
        next.url();
        assertThat(next.ask("select 1")).isEqualTo("1");

        first.leave();
        assertThat(next.ask("select 1")).isEqualTo("1");
    }

    @Test
    void aProcessIdThatBelongsToAnotherProgramByNowIsNotTakenForTheServer() throws IOException, InterruptedException {
        Neighbour first = neighbour();
        first.url();
        first.ask("create table books as select 'Emma' as title");
        Path file = PostmasterFile.in(folder.resolve("data"));
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        first.kill();
        kill(server());
        lines.set(0, String.valueOf(ProcessHandle.current().pid()));
        Files.write(file, lines);

        Neighbour next = neighbour();

        next.url();
        assertThat(next.ask("select title from books")).isEqualTo("Emma");
    }

    @Test
    void theServerStaysAsLongAsSomebodyIsConnected() throws IOException, InterruptedException, SQLException {
        Neighbour first = neighbour();
        String url = first.url();
        ProcessHandle server = server();

        try (Connection psql = DriverManager.getConnection(url)) {
            first.leave();
            assertThat(psql.isValid(10)).isTrue();
        }

        Neighbour next = neighbour();
        next.url();
        next.leave();
        assertThat(server.onExit()).succeedsWithin(PATIENCE);
    }

    @Test
    void anotherPortIsTakenWhenThePreferredOneIsNotFree() throws IOException {
        try (ServerSocket occupant = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Neighbour neighbour = Neighbour.in(folder, occupant.getLocalPort());
            neighbours.add(neighbour);

            assertThat(neighbour.url()).doesNotContain(":" + occupant.getLocalPort() + "/");
            assertThat(neighbour.ask("show server_version_num")).startsWith("18");
        }
    }

    @Test
    void contextsOfOneProcessShareTheServer() throws IOException {
        EmbeddedDatabase first = EmbeddedDatabase.open(folder, 0);
        EmbeddedDatabase second = EmbeddedDatabase.open(folder, 0);
        ProcessHandle server = server();

        first.close();
        assertThat(server.isAlive()).isTrue();

        second.close();
        assertThat(server.onExit()).succeedsWithin(PATIENCE);
    }

    private Neighbour neighbour() {
        Neighbour neighbour = Neighbour.in(folder);
        neighbours.add(neighbour);
        return neighbour;
    }

    private ProcessHandle server() throws IOException {
        return PostmasterFile.read(folder.resolve("data"))
                .flatMap(file -> ProcessHandle.of(file.pid()))
                .orElseThrow();
    }

    private static void kill(ProcessHandle server) {
        server.destroyForcibly();
        server.onExit().join();
    }
}
