package dev.aludel.demo.web;

/** Nothing has the identifier that a client named. */
public class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String message) {
        super(message);
    }
}
