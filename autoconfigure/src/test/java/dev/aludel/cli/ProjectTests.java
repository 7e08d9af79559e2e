package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTests {

    @TempDir
    Path folder;

    @Test
    void isWhereTheNearestBuildFileStands() throws IOException {
        write("pom.xml", "<project><modules><module>app</module></modules></project>");
        write("app/pom.xml", "<project/>");
        Path classes = Files.createDirectories(folder.resolve("app/target/classes"));

        assertThat(Project.around(classes)).hasValueSatisfying(project -> {
            assertThat(project.folder()).isEqualTo(folder.resolve("app"));
            assertThat(project.tool()).isEqualTo(Project.Tool.MAVEN);
            assertThat(project.pathToReactor()).isEqualTo("..");
            assertThat(project.pathFromReactor()).isEqualTo("app");
        });
    }

    @Test
    void findsTheTopmostReactorAcrossFoldersWithoutAPom() throws IOException {
        write("pom.xml", "<project><modules><module>apps/shop</module></modules></project>");
        write("apps/shop/pom.xml", "<project><modules><module>web</module></modules></project>");
        write("apps/shop/web/pom.xml", "<project/>");

        assertThat(Project.around(folder.resolve("apps/shop/web"))).hasValueSatisfying(project -> {
            assertThat(project.pathToReactor()).isEqualTo("../../..");
            assertThat(project.pathFromReactor()).isEqualTo("apps/shop/web");
        });
    }

    @Test
    void standsAloneBelowAPomThatDoesNotListIt() throws IOException {
        write("pom.xml", "<project><modules><module>other</module></modules></project>");
        write("app/pom.xml", "<project/>");

        assertThat(Project.around(folder.resolve("app"))).hasValueSatisfying(project -> {
            assertThat(project.pathToReactor()).isEmpty();
            assertThat(project.pathFromReactor()).isEmpty();
        });
    }

    @Test
    void belongsToTheGradleSettingsAboveIt() throws IOException {
        write("settings.gradle.kts", "");
        write("app/build.gradle.kts", "");

        assertThat(Project.around(folder.resolve("app/build/classes/kotlin/main")))
                .hasValueSatisfying(project -> {
                    assertThat(project.tool()).isEqualTo(Project.Tool.GRADLE);
                    assertThat(project.folder()).isEqualTo(folder.resolve("app"));
                    assertThat(project.pathToReactor()).isEqualTo("..");
                });
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
