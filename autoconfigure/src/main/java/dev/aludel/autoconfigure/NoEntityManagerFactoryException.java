package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import java.util.List;

/** There is no EntityManagerFactory whose entities are the schema, or there are several. */
public final class NoEntityManagerFactoryException extends AludelException {

    private static final long serialVersionUID = 1L;

    NoEntityManagerFactoryException(String... beans) {
        super(
                beans.length == 0
                        ? "There is no EntityManagerFactory, so that the database can be compared with nothing. Let Spring Boot make one, or set aludel.compare.on-ready=off."
                        : "Several EntityManagerFactories, and none is primary: %s. Mark the one whose entities are the schema with @Primary."
                                .formatted(Beans.quoted(List.of(beans))));
    }
}
