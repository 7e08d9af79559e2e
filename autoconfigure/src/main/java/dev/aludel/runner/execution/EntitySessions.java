package dev.aludel.runner.execution;

import java.sql.Connection;
import java.util.Optional;

/** Opens what works with entities, on the connection of a revision. */
public interface EntitySessions {

    /** Why there are none now, and what to do, as sentences; empty where there are. */
    Optional<String> refusal();

    /**
     * Opens one.
     *
     * @param connection lent: neither closed, nor, in a transactional revision, ended
     */
    EntitySession open(Connection connection);

    /** A runner without entities. */
    static EntitySessions none() {
        return new EntitySessions() {
            @Override
            public Optional<String> refusal() {
                return Optional.of("This runner has no EntityManagerFactory: run it in the application.");
            }

            @Override
            public EntitySession open(Connection connection) {
                throw new IllegalStateException("refused before");
            }
        };
    }

    /** An open session. */
    interface EntitySession {

        /** The session as what the revision asks for. */
        <S> S as(Class<S> type);

        /** Writes what changed. */
        void flush();

        /** Writes what changed, and ends. */
        void complete();

        /** Gives up what is left of it. */
        void close();
    }
}
