package org.vethlab.java;

import java.util.Optional;

/**
 * What a Java cell ends with.
 *
 * @param isValue whether it ends with an expression, whose value is to be shown
 * @param value the value; empty for {@code null}
 */
public record CellResult(boolean isValue, Optional<Object> value) {
    static final CellResult NOTHING = new CellResult(false, Optional.empty());
}
