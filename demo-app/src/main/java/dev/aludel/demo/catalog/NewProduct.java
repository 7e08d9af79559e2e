package dev.aludel.demo.catalog;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client sends to put a book up for sale. The publisher is named, and noted when it is new. */
record NewProduct(
        @NotBlank @Size(max = 255) String title,

        @NotNull @PositiveOrZero @Digits(integer = 8, fraction = 2)
        BigDecimal price,

        @Nullable @Pattern(regexp = "\\d{13}", message = "must be 13 digits")
        String isbn,

        @Nullable LocalDate releasedOn,
        @Nullable @Size(max = 200) String publisher,
        @NotEmpty Set<@NotNull Long> authors,
        @Nullable Set<@NotBlank String> categories,
        @Nullable Set<@NotBlank @Size(max = 50) String> tags,
        @NotNull @Valid Edition edition) {}
