package dev.aludel.demo.catalog;

import dev.aludel.demo.web.NotFoundException;

/** No product has this id. */
public final class ProductNotFoundException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public ProductNotFoundException(Long id) {
        super("There is no product " + id);
    }
}
