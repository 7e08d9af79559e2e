package dev.aludel.autoconfigure;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Tells Boot which bean has to work before the EntityManagerFactory and all others that need the schema. */
final class BeforeJpaUpgradeDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(BeforeJpaUpgrade.class);
    }
}
