package dev.aludel.demo.catalog;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Products, stored. */
public interface ProductRepository extends JpaRepository<Product, Long> {

    boolean existsByIsbn(String isbn);

    @Query("""
            select p from Product p
            where (:title is null or lower(p.title) like concat('%', lower(cast(:title as string)), '%'))
              and (:category is null or exists (select 1 from p.categories c where c.slug = :category))
            """)
    Page<Product> search(@Nullable String title, @Nullable String category, Pageable page);
}
