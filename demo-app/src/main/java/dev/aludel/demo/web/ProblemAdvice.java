package dev.aludel.demo.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failure is a problem detail (RFC 9457). */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException failure) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, message(failure));
    }

    @ExceptionHandler
    ProblemDetail conflict(ConflictException failure) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, message(failure));
    }

    @ExceptionHandler
    ProblemDetail conflict(OptimisticLockingFailureException failure) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "Somebody else changed it meanwhile: read it again");
    }

    /** The database's constraints have the last word, as when two clients take one username at the same time. */
    @ExceptionHandler
    ProblemDetail conflict(DataIntegrityViolationException failure) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                message(failure.getMostSpecificCause()).lines().findFirst().orElse(""));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<String> errors = failure.getFieldErrors().stream()
                .map(error -> error.getField() + " " + error.getDefaultMessage())
                .sorted()
                .toList();
        failure.getBody().setProperty("errors", errors);
        return super.handleMethodArgumentNotValid(failure, headers, status, request);
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
