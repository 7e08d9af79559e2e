package dev.aludel.demo.catalog;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/** What is particular to one form of a book, to and from clients: {@code {"form": "printed", "pages": 320, …}}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "form")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Edition.Printed.class, name = "printed"),
    @JsonSubTypes.Type(value = Edition.Digital.class, name = "digital"),
    @JsonSubTypes.Type(value = Edition.Audio.class, name = "audio")
})
public sealed interface Edition {

    /** A product of this form. */
    Product product(String title, BigDecimal price);

    /** On paper. */
    record Printed(@Positive int pages, @NotNull Binding binding) implements Edition {

        @Override
        public Product product(String title, BigDecimal price) {
            return new PrintedBook(title, price, pages, binding);
        }
    }

    /** A file. */
    record Digital(@NotNull FileFormat fileFormat, @Positive long bytes) implements Edition {

        @Override
        public Product product(String title, BigDecimal price) {
            return new EBook(title, price, fileFormat, bytes);
        }
    }

    /** A recording. */
    record Audio(@NotBlank String narrator, @Positive int minutes) implements Edition {

        @Override
        public Product product(String title, BigDecimal price) {
            return new AudioBook(title, price, narrator, minutes);
        }
    }
}
