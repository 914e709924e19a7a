package org.vethlab.program.nft;

import java.util.List;
import java.util.Optional;

/** An expression as typed. What it means depends on what it is compared with, so that is found out later. */
sealed interface Syntax {
    Location at();

    /** A word: an address, a service, a state, an interface's name … */
    record Symbol(Location at, String text) implements Syntax {}

    record Number(Location at, long value) implements Syntax {}

    /** {@code exists} or {@code missing}. */
    record Existence(Location at, boolean exists) implements Syntax {}

    /** A field of a header: {@code tcp dport}. */
    record Header(Location at, String protocol, String field) implements Syntax {}

    /** {@code @th,16,16}. */
    record Raw(Location at, String base, long offset, long length) implements Syntax {}

    /** A field of an extension header or of an option; no field when only its presence is asked for. */
    record Extension(Location at, String header, Optional<String> field) implements Syntax {}

    record Meta(Location at, String key) implements Syntax {}

    /** @param direction {@code original} or {@code reply} */
    record Conntrack(Location at, String key, Optional<String> direction) implements Syntax {}

    record Fib(Location at, List<String> keys, String result) implements Syntax {}

    record Routing(Location at, String key, Optional<String> family) implements Syntax {}

    record Socket(Location at, String key) implements Syntax {}

    record NumberGenerator(Location at, String mode, long modulus, long offset) implements Syntax {}

    /** @param key what is hashed; without one it is the packet's own hash */
    record Hash(Location at, Optional<Syntax> key, long modulus, Optional<Long> seed, long offset) implements Syntax {}

    /** @param operator {@code &}, {@code |}, {@code ^}, {@code <<}, {@code >>} */
    record Binary(Location at, String operator, Syntax left, Syntax right) implements Syntax {}

    record Prefix(Location at, Syntax value, long length) implements Syntax {}

    record Range(Location at, Syntax from, Syntax until) implements Syntax {}

    /** Values joined by dots. */
    record Concatenation(Location at, List<Syntax> parts) implements Syntax {}

    /** Values joined by commas, without braces: flags. */
    record FlagList(Location at, List<Syntax> parts) implements Syntax {}

    /** {@code value/mask} of flags: those of the mask that are set are those of the value. */
    record Masked(Location at, Syntax value, Syntax mask) implements Syntax {}

    /** What stands in braces. */
    record Elements(Location at, List<Syntax> elements) implements Syntax {}

    /** One of those, with all that may stand beside it. */
    record Element(Location at, Syntax key, ElementOptions options, Optional<Syntax> data) implements Syntax {}

    /** {@code *} as a key: all that no other element matches. */
    record Wildcard(Location at) implements Syntax {}

    record SetReference(Location at, String name) implements Syntax {}

    /** {@code key map set}. */
    record Mapping(Location at, Syntax key, Syntax set) implements Syntax {}

    record VerdictWord(Location at, String kind, Optional<Symbol> chain) implements Syntax {}

    /** The times are in milliseconds. */
    record ElementOptions(
            Optional<Long> timeout,
            Optional<Long> expires,
            Optional<String> comment,
            List<StatementSyntax> statements) {
        static final ElementOptions NONE =
                new ElementOptions(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }
}
