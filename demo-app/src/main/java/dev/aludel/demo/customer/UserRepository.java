package dev.aludel.demo.customer;

import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

/** Users, stored. */
public interface UserRepository extends JpaRepository<User, Long> {

    boolean existsByStorefrontAndUsername(String storefront, String username);

    @Override
    @EntityGraph(attributePaths = "interests")
    Optional<User> findById(Long id);

    Page<User> findByStorefront(String storefront, Pageable page);
}
