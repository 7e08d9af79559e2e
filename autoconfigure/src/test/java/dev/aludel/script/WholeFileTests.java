package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

class WholeFileTests {

    @TempDir
    private Path folder = Path.of("");

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void createsAFileAndLeavesNothingBesideIt() throws IOException {
        WholeFile.create(folder.resolve("a.sql"), "größer");

        assertThat(folder.resolve("a.sql")).hasContent("größer");
        assertThat(names()).containsExactly("a.sql");
    }

    @Test
    void overwritesNeitherAFileNorALinkToNowhere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.sql"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("b.sql"), folder.resolve("nowhere"));

        assertThatThrownBy(() -> WholeFile.create(file, "new")).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> WholeFile.create(link, "new")).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.sql", "b.sql");
    }

    @Test
    void keepsPermissionsAndTheLinkThatLeadsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.sql"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r-x"));
        Path link = Files.createSymbolicLink(folder.resolve("b.sql"), Path.of("a.sql"));

        WholeFile.replace(link, "new");

        assertThat(file).hasContent("new");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r-x");
        assertThat(names()).containsExactly("a.sql", "b.sql");
    }

    @Test
    @ResourceLock("mount")
    void aFullDiskLeavesTheOldFileOrNone() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString()), "no right to mount");
        try {
            Path old = Files.writeString(folder.resolve("a.sql"), "-- revision: a\n\n-- upgrade\n-- downgrade\n");
            Files.write(folder.resolve("filler"), new byte[48 * 1024]);
            String large = "x".repeat(100_000);

            assertThatThrownBy(() -> WholeFile.replace(old, large)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> WholeFile.create(folder.resolve("b.sql"), large))
                    .isInstanceOf(IOException.class);
            assertThat(names()).containsExactly("a.sql", "filler");
            assertThat(old).content().startsWith("-- revision: a");
            assertThat(new EditableScript("a", old).rewriteDownRevisions(List.of("b")))
                    .isEqualTo(old);
        } finally {
            run("umount", folder.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void whoeverIsKilledAmidWritingLeavesAWholeFile() throws Exception {
        Path file = Files.writeString(folder.resolve("a.sql"), "0".repeat(1_000_000));
        Random random = new Random(20261130);
        for (int round = 0; round < 3; round++) {
            Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Rewriting.class.getName(),
                            file.toString())
                    .start();
            assertThat(writer.getInputStream().read()).isEqualTo('r');
            writer.getInputStream().readNBytes(random.nextInt(30));
            writer.destroyForcibly().waitFor();

            String text = Files.readString(file);
            assertThat(text).hasSize(1_000_000);
            assertThat(text.chars().distinct().count()).isEqualTo(1);
        }
        assertThat(names()).filteredOn(Scripts::isScript).containsExactly("a.sql");
    }

    /** Rewrites a file again and again, and says so. */
    static final class Rewriting {

        private Rewriting() {}

        public static void main(String[] arguments) throws IOException {
            for (int round = 0; ; round++) {
                System.out.write('r');
                System.out.flush();
                WholeFile.replace(
                        Path.of(arguments[0]), String.valueOf(round % 10).repeat(1_000_000));
            }
        }
    }
}
