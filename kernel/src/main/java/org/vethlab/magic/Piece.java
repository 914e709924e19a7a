package org.vethlab.magic;

import java.util.Optional;

/** What a cell is made of. */
public sealed interface Piece {
    /**
     * Java source.
     *
     * @param line the line of the cell, from 1, at which it starts
     */
    record Java(String source, int line) implements Piece {}

    /**
     * A magic line, or with a body a cell magic.
     *
     * @param rest all behind the name on its line
     */
    record Magic(String name, String rest, Optional<String> body) implements Piece {}
}
