package dev.aludel.metamodel;

import dev.aludel.schema.Model;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

/** A SessionFactory that is built when something of it is used; what its entities mean can be asked before. */
final class DeferredFactory implements InvocationHandler {

    private final Function<Map<String, Object>, EntityManagerFactory> build;
    private final Map<String, Object> settings;
    private @Nullable EntityManagerFactory built;
    private @Nullable Model model;
    private boolean closed;

    /** @param build builds the factory with settings */
    DeferredFactory(Function<Map<String, Object>, EntityManagerFactory> build, Map<String, Object> settings) {
        this.build = build;
        this.settings = settings;
    }

    /** Returns the factory as Hibernate's own would be seen. */
    EntityManagerFactory proxy() {
        return (EntityManagerFactory) Proxy.newProxyInstance(
                DeferredFactory.class.getClassLoader(), new Class<?>[] {SessionFactoryImplementor.class}, this);
    }

    /** Returns what the entities mean, read without the factory; empty if that is built. */
    synchronized Optional<Model> model() {
        if (built == null && model == null) {
            MappingReading reading = new MappingReading();
            Map<String, Object> more = new HashMap<>(settings);
            more.compute(MetadataIntegrator.SETTING, (key, existing) -> IntegratorProviders.with(existing, reading));
            model = reading.during(() -> build.apply(more));
        }
        return built == null ? Optional.ofNullable(model) : Optional.empty();
    }

    private synchronized EntityManagerFactory built() {
        if (closed) {
            throw new IllegalStateException("The EntityManagerFactory is closed");
        }
        if (built == null) {
            built = build.apply(settings);
        }
        return built;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return identity(proxy, method, arguments);
        }
        Optional<Object> state = state(method.getName());
        if (state.isPresent()) {
            return method.getReturnType() == void.class ? null : state.get();
        }
        try {
            return method.invoke(built(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static Object identity(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && arguments[0] == proxy;
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "a SessionFactory that is built when it is used";
        };
    }

    /** Returns what is known of the state of a factory that is not built; empty for all that needs one. */
    private synchronized Optional<Object> state(String method) {
        if (built != null) {
            return Optional.empty();
        }
        return switch (method) {
            case "isOpen" -> Optional.of(!closed);
            case "isClosed" -> Optional.of(closed);
            case "close" -> {
                closed = true;
                yield Optional.of(closed);
            }
            default -> Optional.empty();
        };
    }
}
