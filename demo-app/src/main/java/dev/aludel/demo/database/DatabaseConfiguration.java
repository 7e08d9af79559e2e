package dev.aludel.demo.database;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseConfiguration.NoUrl.class)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    @Bean
    EmbeddedConnectionDetails embeddedConnectionDetails(DatabaseProperties properties) {
        Path directory = properties.directory();
        return new EmbeddedConnectionDetails(directory != null ? directory : defaultDirectory(), properties.port());
    }

    /**
     * The same folder however the application is started: from the module's classes or its jar in {@code target} that is the
     * module's folder, whatever the working directory; from a jar that was taken elsewhere, the folder of the jar.
     */
    private static Path defaultDirectory() {
        Path home = new ApplicationHome(DatabaseConfiguration.class).getDir().toPath();
        for (Path folder = home; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("pom.xml"))) {
                return folder.resolve(".postgres");
            }
        }
        return home.resolve(".postgres");
    }

    static final class NoUrl implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
