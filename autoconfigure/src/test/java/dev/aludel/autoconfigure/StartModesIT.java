package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aludel.autoconfigure.shop.Shop;
import dev.aludel.runner.version.DatabaseBehindException;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartModesIT {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private Shop shop = new Shop(database, Path.of(""));

    @BeforeEach
    void prepare() {
        shop = new Shop(database, folder.resolve("revisions")).withTheFirstRevision();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void validateFailsWhileRevisionsArePending(CapturedOutput output) {
        assertThatThrownBy(() -> shop.start("aludel.mode=validate")).isInstanceOf(DatabaseBehindException.class);

        assertThat(output).contains("'1111'").contains("aludel.mode=upgrade");
        assertThat(shop.hasTable("customer")).isFalse();
        assertThat(shop.hasTable("aludel_revision")).isFalse();
    }

    @Test
    void validateFailsForDriftAndPassesWithout() {
        shop.start().close();
        shop.start("aludel.mode=validate").close();
        database.execute("alter table customer alter column name type text");

        assertThatThrownBy(() -> shop.start("aludel.mode=validate")).isInstanceOf(DriftException.class);
    }

    @Test
    void planLogsTheSqlAndRunsNone(CapturedOutput output) {
        shop.start("aludel.mode=plan").close();

        assertThat(output).contains(Shop.CREATE.replace(";", ""));
        assertThat(shop.hasTable("customer")).isFalse();
        assertThat(shop.hasTable("aludel_revision")).isFalse();
    }

    @Test
    void offDoesNothing(CapturedOutput output) {
        shop.start("aludel.mode=off").close();

        assertThat(shop.hasTable("aludel_revision")).isFalse();
        assertThat(output).doesNotContain("dev.aludel ");
    }

    @Test
    void waitStartsWhenAnotherProcessHasUpgraded(CapturedOutput output) throws Exception {
        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(() -> shop.start("aludel.mode=wait").close());
        await().atMost(Duration.ofSeconds(60)).until(() -> output.getOut().contains("Waiting for another process"));

        shop.start().close();
        waiting.get(60, TimeUnit.SECONDS);

        assertThat(database.query("select revision from aludel_revision")).containsExactly("1111");
    }

    @Test
    void waitGivesUpInTheEnd(CapturedOutput output) {
        assertThatThrownBy(() -> shop.start("aludel.mode=wait", "aludel.wait-timeout=100ms"))
                .isInstanceOf(WaitTimeoutException.class);

        assertThat(output).contains("APPLICATION FAILED TO START").contains("aludel.wait-timeout");
        assertThat(shop.hasTable("customer")).isFalse();
    }
}
