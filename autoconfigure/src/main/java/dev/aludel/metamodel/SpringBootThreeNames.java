package dev.aludel.metamodel;

import java.util.Locale;
import java.util.Optional;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;

/**
 * What Spring Boot 3 called a table or column. Its naming strategy put no underscore beside a digit, as Spring Boot 4's does:
 * {@code address2Line} was {@code address2line} and is {@code address2_line}. And it did not spare names in quotes:
 * {@code "userName"} was {@code user_name}.
 *
 * @param known whether the application's names are made as Spring Boot 4 makes them
 */
record SpringBootThreeNames(boolean known) {

    static SpringBootThreeNames of(PhysicalNamingStrategy strategy) {
        return new SpringBootThreeNames(strategy instanceof PhysicalNamingStrategySnakeCaseImpl);
    }

    /** The other name, from the name of today; empty where it was the same. */
    Optional<String> of(String name) {
        if (!known) {
            return Optional.empty();
        }
        String former = name.equals(name.toLowerCase(Locale.ROOT)) ? withoutNewUnderscores(name) : snakeCase(name);
        return former.equals(name) ? Optional.empty() : Optional.of(former);
    }

    private static String withoutNewUnderscores(String name) {
        StringBuilder former = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            if (name.charAt(at) != '_' || !isNew(name, at)) {
                former.append(name.charAt(at));
            }
        }
        return former.toString();
    }

    /** Whether the underscore stands before a capital letter with a digit on either side. */
    private static boolean isNew(String name, int at) {
        if (at == 0 || at + 2 >= name.length() || !Character.isLowerCase(name.charAt(at + 1))) {
            return false;
        }
        char before = name.charAt(at - 1);
        char after = name.charAt(at + 2);
        boolean digit = Character.isDigit(before) || Character.isDigit(after);
        return digit && isLowerCaseOrDigit(before) && isLowerCaseOrDigit(after);
    }

    private static boolean isLowerCaseOrDigit(char letter) {
        return Character.isLowerCase(letter) || Character.isDigit(letter);
    }

    private static String snakeCase(String name) {
        StringBuilder former = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            boolean inside = at > 0 && at + 1 < name.length();
            if (inside
                    && Character.isLowerCase(name.charAt(at - 1))
                    && Character.isUpperCase(name.charAt(at))
                    && Character.isLowerCase(name.charAt(at + 1))) {
                former.append('_');
            }
            former.append(name.charAt(at));
        }
        return former.toString().toLowerCase(Locale.ROOT);
    }
}
