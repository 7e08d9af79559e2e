package dev.aludel.demo.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** A book read aloud. */
@Entity
@Table(name = "audio_books")
@PrimaryKeyJoinColumn(name = "product_id")
public class AudioBook extends Product {

    @NotBlank
    @Size(max = 200)
    private String narrator;

    private int minutes;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected AudioBook() {}

    public AudioBook(String title, BigDecimal price, String narrator, int minutes) {
        super(title, price);
        this.narrator = narrator;
        this.minutes = minutes;
    }

    @Override
    public Edition edition() {
        return new Edition.Audio(narrator, minutes);
    }
}
