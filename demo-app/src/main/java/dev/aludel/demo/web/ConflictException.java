package dev.aludel.demo.web;

/** What a client asks for does not go together with what is stored. */
public class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConflictException(String message) {
        super(message);
    }
}
