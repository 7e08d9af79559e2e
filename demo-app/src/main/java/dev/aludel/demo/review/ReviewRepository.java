package dev.aludel.demo.review;

import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface ReviewRepository extends JpaRepository<Review, Long> {

    boolean existsByProductIdAndUserId(Long productId, Long userId);

    @EntityGraph(attributePaths = "user")
    List<Review> findByProductIdOrderByWrittenAtDesc(Long productId);
}
