package dev.aludel.dialect.postgresql.script;

/** Follows the tokens of a statement, and tells whether it is a {@code copy … from stdin}, which rows follow. */
final class CopyStatement {

    private enum State {
        BEGINNING,
        /** Another statement. */
        OTHER,
        COPY,
        FROM,
        FROM_STDIN,
        ROWS
    }

    private State state = State.BEGINNING;
    private int parentheses;

    /** Tells whether the statement is at its end, and its rows come next. */
    boolean isBeforeRows() {
        return state == State.ROWS;
    }

    void read(PostgresScanner scanner) {
        switch (scanner.kind()) {
            case SPACE, COMMENT -> {}
            case ROWS -> begin();
            case WORD -> word(scanner);
            case SYMBOL -> symbol(scanner);
            case QUOTE, NUMBER -> other();
        }
    }

    private void begin() {
        state = State.BEGINNING;
        parentheses = 0;
    }

    private void word(PostgresScanner scanner) {
        if (state == State.BEGINNING) {
            state = scanner.is("copy") ? State.COPY : State.OTHER;
        } else if (parentheses == 0 && (state == State.COPY || state == State.FROM)) {
            boolean stdin = state == State.FROM && scanner.is("stdin");
            state = stdin ? State.FROM_STDIN : scanner.is("from") ? State.FROM : State.COPY;
        }
    }

    private void symbol(PostgresScanner scanner) {
        if (scanner.is('(')) {
            parentheses++;
        } else if (scanner.is(')')) {
            parentheses = Math.max(0, parentheses - 1);
        } else if (scanner.is(';') && parentheses == 0) {
            boolean copies = state == State.FROM_STDIN;
            begin();
            state = copies ? State.ROWS : state;
            return;
        }
        other();
    }

    private void other() {
        state = state == State.BEGINNING ? State.OTHER : state == State.FROM ? State.COPY : state;
    }
}
