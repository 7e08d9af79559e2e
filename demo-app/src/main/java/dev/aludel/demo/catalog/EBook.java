package dev.aludel.demo.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/** A book as a file. */
@Entity
@Table(name = "ebooks")
@PrimaryKeyJoinColumn(name = "product_id")
public class EBook extends Product {

    @NotNull
    @Enumerated(EnumType.STRING)
    private FileFormat fileFormat;

    private long bytes;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected EBook() {}

    public EBook(String title, BigDecimal price, FileFormat fileFormat, long bytes) {
        super(title, price);
        this.fileFormat = fileFormat;
        this.bytes = bytes;
    }

    @Override
    public Edition edition() {
        return new Edition.Digital(fileFormat, bytes);
    }
}
