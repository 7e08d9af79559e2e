package dev.aludel.demo.customer;

/** What a user may do. */
public enum Role {
    CUSTOMER,
    BOOKSELLER,
    ADMINISTRATOR
}
