package dev.aludel.metamodel;

import org.hibernate.mapping.PersistentClass;

/** Entities as people call them: {@code User}. */
final class EntityNames {

    private EntityNames() {}

    static String of(PersistentClass entity) {
        String name = entity.getJpaEntityName();
        return name == null
                ? entity.getEntityName().substring(entity.getEntityName().lastIndexOf('.') + 1)
                : name;
    }
}
