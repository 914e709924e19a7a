package org.vethlab.program.tcpdump.filter;

/**
 * What stands before a name or number and says what it means; empty where nothing is said.
 *
 * @param protocol {@code ether}, {@code ip}, {@code tcp}, …
 * @param direction {@code src}, {@code dst}, {@code src or dst}, {@code src and dst}
 * @param type {@code host}, {@code net}, {@code port}, {@code portrange}, {@code proto}, {@code protochain},
 *     {@code gateway}
 */
record Qualifiers(String protocol, String direction, String type) {
    /** How the two ends of a packet are combined. */
    Test ends(Test source, Test destination) {
        return switch (direction) {
            case "src" -> source;
            case "dst" -> destination;
            case "src and dst" -> source.and(destination);
            default -> source.or(destination);
        };
    }

    String typeOr(String otherwise) {
        return type.isEmpty() ? otherwise : type;
    }
}
