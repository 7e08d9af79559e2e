package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The wrapper in a real Maven project of two modules, in a folder with a space in its name; each test goes on from the last. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WrapperIT {

    @TempDir
    static Path temporary;

    private static Path root = Path.of("");
    private static Path app = Path.of("");

    private record Result(int exitCode, String out, String err, Duration duration) {}

    @BeforeAll
    static void makeProject() throws IOException {
        root = temporary.resolve("my shop");
        app = root.resolve("app");
        write(
                "pom.xml",
                pom(
                        "<artifactId>shop</artifactId><packaging>pom</packaging>"
                                + "<modules><module>lib</module><module>app</module></modules>",
                        ""));
        write("lib/pom.xml", pom("<artifactId>lib</artifactId>", PARENT));
        write(
                "app/pom.xml",
                pom(
                        "<artifactId>app</artifactId><dependencies><dependency><groupId>shop</groupId>"
                                + "<artifactId>lib</artifactId><version>1</version></dependency></dependencies>",
                        PARENT));
        library("lib 1");
        write("app/src/main/resources/old.properties", "");
        write("app/src/main/java/shop/Shop.java", """
                package shop;

                public class Shop {
                    public static void main(String[] args) throws Exception {
                        System.err.println("log");
                        System.out.println(lib.Lib.NAME + " " + String.join("|", args));
                        System.out.println(System.getenv("ALUDEL_COMMAND"));
                        System.out.println(Shop.class.getResource("/old.properties") != null);
                        System.out.println(new java.io.File("").getAbsolutePath());
                        System.exit(args.length);
                    }
                }
                """);
        Project project = Project.around(app).orElseThrow();
        Wrapper wrapper = new Wrapper(project, "shop.Shop", "java", "src/main/resources/db/revisions");
        write("app/aludel", wrapper.posixScript());
        Wrapper.makeExecutable(app.resolve("aludel"));
    }

    @Test
    @Order(1)
    void buildsQuietlyAndBecomesTheApplication() throws Exception {
        Result result = aludel("revision", "-m", "the user's email");

        assertThat(result.err()).isEqualTo("Building ...\nlog\n");
        assertThat(result.out().lines())
                .containsExactly(
                        "lib 1 aludel|revision|-m|the user's email",
                        "aludel 'revision' '-m' 'the user'\\''s email'",
                        "true",
                        app.toRealPath().toString());
        assertThat(result.exitCode()).isEqualTo(4);
    }

    @Test
    @Order(2)
    void passesTheWordsOnceMoreForAMainThatDropsThem() throws Exception {
        String variable = aludel("revision", "-m", "the user's email", "")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();

        assertThat(Invocation.of(new String[0], variable).orElseThrow().words())
                .containsExactly("revision", "-m", "the user's email", "");
    }

    @Test
    @Order(3)
    void startsWithoutABuildWhenNothingButRevisionsChanged() throws Exception {
        long built =
                Files.getLastModifiedTime(app.resolve("target/aludel/stamp")).toMillis();
        write("app/src/main/resources/db/revisions/1.sql", "");
        aludel("current"); // the folder db is new
        write("app/src/main/resources/db/revisions/2.sql", "");
        long rebuilt =
                Files.getLastModifiedTime(app.resolve("target/aludel/stamp")).toMillis();

        Result result = aludel("current");

        assertThat(rebuilt).isGreaterThan(built);
        assertThat(Files.getLastModifiedTime(app.resolve("target/aludel/stamp")).toMillis())
                .isEqualTo(rebuilt);
        System.out.println(
                "Wrapper and JVM without a build: " + result.duration().toMillis() + " ms");
    }

    @Test
    @Order(4)
    void buildsAgainWhenASiblingChanged() throws Exception {
        library("lib 2");

        assertThat(aludel("current").out()).startsWith("lib 2 aludel|current\n");
    }

    @Test
    @Order(5)
    void endsWithTheCompilersErrorsUntilTheyAreMended() throws Exception {
        write("lib/src/main/java/lib/Lib.java", "package lib; nonsense");
        for (int attempt = 0; attempt < 2; attempt++) {
            Result result = aludel("current");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).contains("Lib.java:[1,").contains("aludel: the build failed");
        }
        library("lib 3");

        assertThat(aludel("current").out()).startsWith("lib 3 aludel|current\n");
    }

    @Test
    @Order(6)
    void forgetsDeletedSources() throws Exception {
        write("app/src/main/java/shop/Old.java", "package shop; class Old { class Part {} }");
        aludel("current");
        assertThat(app.resolve("target/classes/shop/Old.class")).exists();

        Files.delete(app.resolve("src/main/java/shop/Old.java"));
        Files.delete(app.resolve("src/main/resources/old.properties"));

        assertThat(aludel("current").out().lines().skip(2)).startsWith("false");
        assertThat(app.resolve("target/classes/shop")).isDirectoryNotContaining("glob:**Old*");
    }

    @Test
    @Order(7)
    void forgetsDeletedRevisionsWithoutABuild() throws Exception {
        write("app/src/main/resources/db/revisions/2026/3.sql", "");
        write("app/target/classes/db/revisions/2026/3.sql", "");
        write("app/target/classes/db/revisions/2026/4.sql", "");
        Object built = Files.getLastModifiedTime(app.resolve("target/aludel/stamp"));

        Result result = aludel("current");

        assertThat(result.err()).isEqualTo("log\n");
        assertThat(Files.getLastModifiedTime(app.resolve("target/aludel/stamp")))
                .isEqualTo(built);
        assertThat(app.resolve("target/classes/db/revisions/2026/3.sql")).exists();
        assertThat(app.resolve("target/classes/db/revisions/2026/4.sql")).doesNotExist();
    }

    @Test
    @Order(8)
    void isStartedByALinkToIt() throws Exception {
        Path near = Files.createSymbolicLink(root.resolve("a link"), Path.of("app", "aludel"));
        Path far = Files.createSymbolicLink(temporary.resolve("far"), near);

        assertThat(run(far, "current").out()).endsWith(app.toRealPath() + "\n");
    }

    @Test
    @Order(9)
    void saysWhereToWriteTheNameOfARenamedMainClass() throws Exception {
        Path main = app.resolve("src/main/java/shop/Shop.java");
        String text = Files.readString(main);
        Files.delete(main);
        write("app/src/main/java/shop/Market.java", text.replace("Shop", "Market"));

        Result result = aludel("current");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().replaceFirst("^Building \\.\\.\\.\n", ""))
                .isEqualTo(
                        "aludel: the class 'shop.Shop' is not in 'target/classes': write the main class into 'main_class' in '"
                                + app.toRealPath().resolve("aludel") + "'\n");
    }

    private static final String PARENT =
            "<parent><groupId>shop</groupId><artifactId>shop</artifactId><version>1</version></parent>";

    private static String pom(String content, String parent) {
        String version = parent.isEmpty() ? "<groupId>shop</groupId><version>1</version>" : parent;
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  %s
                  %s
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <build><pluginManagement><plugins>
                    <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                    <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
                  </plugins></pluginManagement></build>
                </project>
                """.formatted(version, content);
    }

    private static void library(String name) throws IOException {
        write(
                "lib/src/main/java/lib/Lib.java",
                "package lib; public class Lib { public static final String NAME ="
                        + " String.valueOf(\"%s\"); }".formatted(name));
    }

    private static void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static Result aludel(String... words) throws IOException, InterruptedException {
        return run(app.resolve("aludel"), words);
    }

    private static Result run(Path wrapper, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(wrapper.toString()));
        command.addAll(List.of(words));
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_") || name.equals("JAVA_TOOL_OPTIONS"));
        long begin = System.nanoTime();
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        Duration duration = Duration.ofNanos(System.nanoTime() - begin);
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err), duration);
    }
}
