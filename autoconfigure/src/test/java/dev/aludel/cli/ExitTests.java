package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Commands in this JVM, which goes on where {@link Exit} is registered with the bootstrap registry. */
class ExitTests {

    private final PrintStream standardOutput = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> codes = new ArrayList<>();

    @AfterEach
    void giveBack() {
        System.setOut(standardOutput);
    }

    @Test
    void leavesTheJvmAsItWas() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        PrintStream before = System.out;

        runs("aludel", "--help");
        runs("aludel", "downgrade");
        runs("aludel", "heads");

        assertThat(codes).containsExactly(0, 2, 1);
        assertThat(System.out).isSameAs(before);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: aludel");
    }

    @Test
    void leavesAnApplicationAloneThatIsNotAskedACommand() {
        try (ConfigurableApplicationContext context = application().run("history")) {
            assertThat(context.isRunning()).isTrue();
            assertThat(context.getEnvironment().getProperty("aludel.command-line"))
                    .isNull();
        }
        assertThat(codes).isEmpty();
    }

    @Test
    void setsACommandsPropertiesBeforeAllOthers() {
        List<String> seen = new ArrayList<>();
        SpringApplication application = application();
        application.addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>) context -> {
            seen.add(context.getEnvironment().getProperty("aludel.command-line"));
            seen.add(context.getEnvironment().getProperty("spring.jpa.hibernate.ddl-auto"));
            seen.add(context.getEnvironment().getProperty("server.port"));
            seen.add(context.getEnvironment().getProperty("sql", "no property"));
        });

        runs(application, "aludel", "upgrade", "--sql", "--server.port=1", "--spring.jpa.hibernate.ddl-auto=create");

        assertThat(seen).containsExactly("true", "none", "1", "no property");
    }

    private void runs(String... arguments) {
        runs(application(), arguments);
    }

    private static void runs(SpringApplication application, String... arguments) {
        assertThatExceptionOfType(AbandonedRunException.class).isThrownBy(() -> application.run(arguments));
    }

    private SpringApplication application() {
        SpringApplication application = new SpringApplication(Empty.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addBootstrapRegistryInitializer(registry -> registry.register(Exit.class, context -> codes::add));
        return application;
    }

    @Configuration(proxyBeanMethods = false)
    static class Empty {}
}
