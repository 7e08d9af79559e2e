package dev.aludel.demo.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface CategoryRepository extends JpaRepository<Category, Long> {

    Optional<Category> findBySlug(String slug);

    List<Category> findBySlugIn(Collection<String> slugs);

    @EntityGraph(attributePaths = "parent")
    List<Category> findAllByOrderBySlug();
}
