package dev.aludel.autoconfigure;

import dev.aludel.autoconfigure.AludelProperties.Phase;
import dev.aludel.runner.execution.EntitySessions;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Hibernate's sessions for revisions that work with entities. */
final class JpaSessions implements EntitySessions {

    private final ConfigurableListableBeanFactory beans;
    private final Supplier<EntityManagerFactory> factory;
    private final boolean beforeJpa;

    /**
     * Makes sessions for a unit.
     *
     * @param factory the unit's, asked when a session is opened
     * @param commandLine whether a command is what runs: it has an EntityManagerFactory whenever it needs one
     */
    JpaSessions(
            ConfigurableListableBeanFactory beans,
            Supplier<EntityManagerFactory> factory,
            Phase phase,
            boolean commandLine) {
        this.factory = factory;
        this.beans = beans;
        this.beforeJpa = phase == Phase.BEFORE_JPA && !commandLine;
    }

    @Override
    public Optional<String> refusal() {
        return beforeJpa && !isMade()
                ? Optional.of("Phase before-jpa upgrades before there is an EntityManagerFactory: write the revision"
                        + " without entities, or set aludel.phase=ready.")
                : Optional.empty();
    }

    private boolean isMade() {
        for (String name : beans.getBeanNamesForType(EntityManagerFactory.class, true, false)) {
            if (beans.containsSingleton(name.startsWith("&") ? name.substring(1) : name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether beans failed because one of them needs the EntityManagerFactory. */
    boolean wasAsked(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BeanCurrentlyInCreationException) {
                return true;
            }
        }
        return isMade();
    }

    @Override
    public EntitySession open(Connection connection) {
        Session session = factory.get()
                .unwrap(SessionFactory.class)
                .withOptions()
                .connection(connection)
                .openSession();
        session.beginTransaction();
        return new HibernateSession(session);
    }

    private record HibernateSession(Session session) implements EntitySession {

        @Override
        public <S> S as(Class<S> type) {
            return type.isInstance(session) ? type.cast(session) : session.unwrap(type);
        }

        @Override
        public void flush() {
            session.flush();
        }

        @Override
        public void complete() {
            session.getTransaction().commit();
        }

        @Override
        public void close() {
            if (session.getTransaction().isActive()) {
                session.getTransaction().rollback();
            }
            session.close();
        }
    }
}
