package dev.aludel.autoconfigure.library;

import java.util.Locale;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The application. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class Library {

    @Bean
    Slugs slugs() {
        return title -> title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** What a revision needs. */
    @FunctionalInterface
    public interface Slugs {
        String of(String title);
    }
}
