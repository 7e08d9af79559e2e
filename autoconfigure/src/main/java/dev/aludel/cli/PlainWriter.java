package dev.aludel.cli;

import dev.aludel.text.OneLine;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Shows what a terminal would obey, such as an escape in the name of a table, in place of sending it there. */
final class PlainWriter extends FilterWriter {

    PlainWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        String lines = text.substring(from, from + length);
        StringBuilder plain = new StringBuilder(length);
        lines.codePoints()
                .forEach(character -> plain.append(
                        character == '\n' || character == '\r'
                                ? Character.toString(character)
                                : OneLine.of(Character.toString(character))));
        out.write(plain.toString());
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(int character) throws IOException {
        write(Character.toString(character), 0, 1);
    }
}
