package dev.aludel.demo.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/products/{product}/reviews")
class ReviewController {

    private final ReviewService reviews;

    ReviewController(ReviewService reviews) {
        this.reviews = reviews;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReviewView write(@PathVariable Long product, @Valid @RequestBody NewReview review) {
        return reviews.write(product, review);
    }

    @GetMapping
    List<ReviewView> of(@PathVariable Long product) {
        return reviews.of(product);
    }

    record NewReview(
            @NotNull Long user,
            @Min(1) @Max(5) short rating,
            @Nullable @Size(max = 10_000) String words) {}

    record ReviewView(
            Long id,
            String username,
            short rating,
            @Nullable String words) {

        static ReviewView of(Review review) {
            return new ReviewView(review.id(), review.user().username(), review.rating(), review.words());
        }
    }
}
