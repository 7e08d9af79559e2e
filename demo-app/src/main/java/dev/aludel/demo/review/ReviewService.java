package dev.aludel.demo.review;

import dev.aludel.demo.catalog.Product;
import dev.aludel.demo.catalog.ProductNotFoundException;
import dev.aludel.demo.catalog.ProductRepository;
import dev.aludel.demo.customer.User;
import dev.aludel.demo.customer.UserNotFoundException;
import dev.aludel.demo.customer.UserRepository;
import dev.aludel.demo.review.ReviewController.NewReview;
import dev.aludel.demo.review.ReviewController.ReviewView;
import dev.aludel.demo.web.ConflictException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what users write about products. */
@Service
@Transactional
class ReviewService {

    private final ReviewRepository reviews;
    private final ProductRepository products;
    private final UserRepository users;

    ReviewService(ReviewRepository reviews, ProductRepository products, UserRepository users) {
        this.reviews = reviews;
        this.products = products;
        this.users = users;
    }

    ReviewView write(Long productId, NewReview review) {
        Product product = products.findById(productId).orElseThrow(() -> new ProductNotFoundException(productId));
        User user = users.findById(review.user()).orElseThrow(() -> new UserNotFoundException(review.user()));
        if (reviews.existsByProductIdAndUserId(productId, user.id())) {
            throw new ConflictException(
                    "User '%s' has reviewed '%s' already".formatted(user.username(), product.title()));
        }
        return ReviewView.of(reviews.saveAndFlush(new Review(product, user, review.rating(), review.words())));
    }

    @Transactional(readOnly = true)
    List<ReviewView> of(Long productId) {
        if (!products.existsById(productId)) {
            throw new ProductNotFoundException(productId);
        }
        return reviews.findByProductIdOrderByWrittenAtDesc(productId).stream()
                .map(ReviewView::of)
                .toList();
    }
}
