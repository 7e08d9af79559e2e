package dev.aludel.metamodel;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.jspecify.annotations.Nullable;

/** An application's own integrator provider, in the forms that Hibernate takes. */
final class IntegratorProviders {

    private IntegratorProviders() {}

    /** Returns those of an existing provider, if there is one, and another one after them. */
    static IntegratorProvider with(@Nullable Object existing, Integrator last) {
        List<Integrator> integrators = new ArrayList<>();
        if (existing != null) {
            integrators.addAll(resolve(existing).getIntegrators());
        }
        integrators.add(last);
        return () -> integrators;
    }

    private static IntegratorProvider resolve(Object value) {
        if (value instanceof IntegratorProvider provider) {
            return provider;
        }
        try {
            Class<?> type = value instanceof Class<?> given ? given : load(value.toString());
            return (IntegratorProvider) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new UnsupportedMappingException(
                    "The setting '" + MetadataIntegrator.SETTING + "' has the value '" + value
                            + "', which gives no IntegratorProvider. Name a class that implements it and has a"
                            + " constructor without parameters.",
                    e);
        }
    }

    private static Class<?> load(String name) throws ClassNotFoundException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Class.forName(name, true, loader != null ? loader : IntegratorProviders.class.getClassLoader());
    }
}
