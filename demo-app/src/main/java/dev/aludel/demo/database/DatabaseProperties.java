package dev.aludel.demo.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The embedded server, used unless {@code spring.datasource.url} is set.
 *
 * @param directory folder of its data, by default {@code .postgres} in the module's folder or beside the jar
 * @param port port of 127.0.0.1 on which it is started; another one if that is taken
 */
@ConfigurationProperties("bookshop.database")
record DatabaseProperties(
        @Nullable Path directory, @DefaultValue("54329") int port) {}
