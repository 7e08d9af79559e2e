package dev.aludel.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.util.ClassUtils;

/** Makes a Spring application answer a command and be nothing else: no server, no banner, few words, no change of its own. */
final class CommandMode {

    private static final String PROPERTY_SOURCE = "aludelCommandLine";
    private static final String DEVTOOLS_RESTART = "spring.devtools.restart.enabled";
    private static final String RESTARTER = "org.springframework.boot.devtools.restart.Restarter";

    private CommandMode() {}

    /** Before the application has an environment. */
    static void prepare(SpringApplication application) {
        disableRestart();
        application.setApplicationContextFactory(ApplicationContextFactory.DEFAULT);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
    }

    /** DevTools would run main again, in a thread of its own; told by its system property not to, it would say so in the log. */
    private static void disableRestart() {
        try {
            Class.forName(RESTARTER).getMethod("disable").invoke(null);
        } catch (ClassNotFoundException e) {
            return; // as in most applications
        } catch (ReflectiveOperationException e) {
            System.setProperty(DEVTOOLS_RESTART, "false");
        }
    }

    /** Before the application's own configuration is read, which would otherwise have the last word. */
    static void prepare(ConfigurableEnvironment environment, Invocation invocation, boolean verbose) {
        MutablePropertySources sources = environment.getPropertySources();
        var options =
                new SimpleCommandLinePropertySource(invocation.springOptions().toArray(String[]::new));
        String name = CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME;
        if (sources.contains(name)) {
            sources.replace(name, options); // --sql and the like are no properties
        } else {
            sources.addFirst(options);
        }
        sources.addFirst(new MapPropertySource(PROPERTY_SOURCE, properties(invocation.springOptions(), verbose)));
    }

    private static Map<String, Object> properties(List<String> springOptions, boolean verbose) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("aludel.command-line", "true");
        properties.put("spring.main.web-application-type", "none");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.main.log-startup-info", "false");
        properties.put("spring.main.register-shutdown-hook", "false");
        properties.put("spring.main.keep-alive", "false");
        properties.put(DEVTOOLS_RESTART, "false");
        properties.put("spring.jmx.enabled", "false");
        leaveTheDatabaseAlone(properties);
        if (!verbose && springOptions.stream().noneMatch(option -> option.startsWith("--logging."))) {
            speakSoftly(properties);
        }
        return properties;
    }

    /**
     * What Aludel does, and the application's own warnings, a plain line each. The libraries keep silent: what they would say
     * of a failure, and they say it at length, the command says in one line.
     */
    private static void speakSoftly(Map<String, Object> properties) {
        properties.put("logging.level.root", "warn");
        properties.put("logging.level.dev.aludel", "info");
        properties.put("logging.level.dev.aludel.autoconfigure", "error"); // speaks of starts
        List.of("com.zaxxer.hikari", "org.hibernate", "org.springframework", "org.postgresql")
                .forEach(logger -> properties.put("logging.level." + logger, "off"));
        properties.put("logging.threshold.console", "info");
        if (ClassUtils.isPresent("ch.qos.logback.classic.Logger", null)) {
            properties.put("logging.pattern.console", "%replace(%level ){'^INFO $', ''}%msg%n%nopex");
        }
    }

    /** A command that only looks builds Hibernate too: nothing else may write into the database on the way. */
    private static void leaveTheDatabaseAlone(Map<String, Object> properties) {
        properties.put("spring.jpa.hibernate.ddl-auto", "none");
        properties.put("spring.jpa.properties.hibernate.hbm2ddl.auto", "none");
        properties.put("spring.jpa.properties.jakarta.persistence.schema-generation.database.action", "none");
        properties.put("spring.sql.init.mode", "never");
        properties.put("spring.flyway.enabled", "false");
        properties.put("spring.liquibase.enabled", "false");
        properties.put("spring.datasource.hikari.minimum-idle", "1"); // not ten connections for one command
    }
}
