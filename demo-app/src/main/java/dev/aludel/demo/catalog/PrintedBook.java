package dev.aludel.demo.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/** A book of paper. */
@Entity
@Table(name = "printed_books")
@PrimaryKeyJoinColumn(name = "product_id")
public class PrintedBook extends Product {

    @Positive
    @Column(nullable = false)
    private int pages;

    @NotNull
    @Enumerated(EnumType.STRING)
    private Binding binding;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected PrintedBook() {}

    public PrintedBook(String title, BigDecimal price, int pages, Binding binding) {
        super(title, price);
        this.pages = pages;
        this.binding = binding;
    }

    @Override
    public Edition edition() {
        return new Edition.Printed(pages, binding);
    }
}
