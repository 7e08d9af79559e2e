package dev.aludel.metamodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.schema.Table;
import dev.aludel.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetadataIntegratorIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final AtomicInteger OWN_INTEGRATIONS = new AtomicInteger();

    private final MetadataIntegrator integrator = new MetadataIntegrator();

    @Entity(name = "item")
    static class Item {
        @Id
        @Nullable
        Long id;

        @NotBlank
        @Nullable
        String code;
    }

    @Test
    void holdsTheMetamodelForAsLongAsTheFactoryIsOpen() {
        assertThat(integrator.metamodel()).isEmpty();
        try (SessionFactory factory = factory(integrator.provider(null))) {
            assertThat(factory.isOpen()).isTrue();
            Metamodel metamodel = integrator.metamodel().orElseThrow();
            assertThat(metamodel.defaultSchema()).isEmpty();
            Table item = metamodel.model().schema().tables().get(0);
            assertThat(item.column("code").orElseThrow().nullable()).isFalse();
        }
        assertThat(integrator.metamodel()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("existing")
    void keepsTheApplicationsOwnIntegrators(Object existing) {
        int before = OWN_INTEGRATIONS.get();
        try (SessionFactory factory = factory(integrator.provider(existing))) {
            assertThat(factory.isOpen()).isTrue();
            assertThat(OWN_INTEGRATIONS.get()).isEqualTo(before + 1);
            assertThat(integrator.metamodel()).isPresent();
        }
    }

    static List<Object> existing() {
        return List.of(new OwnProvider(), OwnProvider.class, OwnProvider.class.getName());
    }

    @Test
    void refusesASettingThatIsNoProvider() {
        assertThatThrownBy(() -> integrator.provider("no.such.Provider"))
                .isInstanceOf(UnsupportedMappingException.class)
                .hasMessageContaining("'hibernate.integrator_provider'")
                .hasMessageContaining("'no.such.Provider'");
    }

    private static SessionFactory factory(Object provider) {
        return new HibernatePersistenceConfiguration("default")
                .managedClass(Item.class)
                .property("jakarta.persistence.jdbc.url", DATABASE.url())
                .property("jakarta.persistence.jdbc.user", DATABASE.username())
                .property(MetadataIntegrator.SETTING, provider)
                .createEntityManagerFactory();
    }

    /** An application's own. */
    public static final class OwnProvider implements IntegratorProvider {
        @Override
        public List<Integrator> getIntegrators() {
            return List.of(new Integrator() {
                @Override
                public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
                    OWN_INTEGRATIONS.incrementAndGet();
                }
            });
        }
    }
}
