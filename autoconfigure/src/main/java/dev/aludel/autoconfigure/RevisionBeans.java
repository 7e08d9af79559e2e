package dev.aludel.autoconfigure;

import dev.aludel.JavaRevision;
import dev.aludel.Revision;
import dev.aludel.runner.execution.EntitiesRequiredException;
import dev.aludel.script.RevisionClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.type.MethodMetadata;
import org.springframework.util.ClassUtils;

/** The revisions in Java, which are beans of the application. */
final class RevisionBeans {

    private final ConfigurableListableBeanFactory beans;
    private final JpaSessions sessions;
    private final Predicate<String> mine;

    /** @param mine tells by its package whether a class is of the unit */
    RevisionBeans(ConfigurableListableBeanFactory beans, JpaSessions sessions, Predicate<String> mine) {
        this.mine = mine;
        this.beans = beans;
        this.sessions = sessions;
    }

    /** By the names of their classes; none of them is made for it. */
    List<RevisionClass> classes() {
        List<RevisionClass> classes = new ArrayList<>();
        for (String name : names()) {
            Class<?> type = beans.getType(name, false);
            if (type != null) {
                Class<? extends JavaRevision> known =
                        ClassUtils.getUserClass(type).asSubclass(JavaRevision.class);
                if (mine.test(known.getPackageName())) {
                    classes.add(new RevisionClass(known, () -> instance(name, known)));
                }
            }
        }
        classes.sort(Comparator.comparing(revision -> revision.type().getName()));
        return classes;
    }

    /** Where a command makes every bean lazy, Spring finds none whose class is not loaded: those are told by what was scanned. */
    private Set<String> names() {
        Set<String> names = new TreeSet<>(List.of(beans.getBeanNamesForType(JavaRevision.class, true, false)));
        for (String name : beans.getBeanDefinitionNames()) {
            if (beans.getBeanDefinition(name) instanceof AnnotatedBeanDefinition definition && mayBeOne(definition)) {
                Class<?> type = beans.getType(name, false);
                if (type != null && JavaRevision.class.isAssignableFrom(type)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static boolean mayBeOne(AnnotatedBeanDefinition definition) {
        MethodMetadata method = definition.getFactoryMethodMetadata();
        return method == null
                ? definition.getMetadata().isAnnotated(Revision.class.getName())
                : !method.getReturnTypeName().startsWith("org.springframework.");
    }

    /** Before JPA nothing that it needs may bring the EntityManagerFactory along: that would validate a schema that is not there yet. */
    private JavaRevision instance(String name, Class<? extends JavaRevision> type) {
        String refusal = sessions.refusal().orElse(null);
        if (refusal == null) {
            return beans.getBean(name, JavaRevision.class);
        }
        try {
            JavaRevision revision = beans.getBean(name, JavaRevision.class);
            if (sessions.refusal().isPresent()) {
                return revision;
            }
        } catch (BeansException e) {
            if (!sessions.wasAsked(e)) {
                throw e;
            }
        }
        Revision header = type.getAnnotation(Revision.class);
        throw new EntitiesRequiredException(header == null ? "" : header.id(), type.getName(), refusal);
    }
}
