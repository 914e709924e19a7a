package org.vethlab.net.filter.expression;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vethlab.net.filter.Statement;

/**
 * What a set is like.
 *
 * @param keyTypes the names of the types of its keys' parts
 * @param keyBits their lengths
 * @param dataTypes of what a map leads to; {@code verdict} for verdicts; empty for a set
 * @param objectType {@code counter}, {@code quota}, {@code limit}: of a map to objects
 * @param typeOf the expression by which the user described the key
 * @param timeout how long elements live, in milliseconds
 * @param statements what each element gets a copy of
 */
public record SetProperties(
        List<String> keyTypes,
        List<Integer> keyBits,
        List<String> dataTypes,
        int dataBits,
        boolean intervalData,
        Optional<String> objectType,
        Optional<String> typeOf,
        Optional<String> dataTypeOf,
        Set<Flag> flags,
        boolean autoMerge,
        OptionalLong timeout,
        OptionalLong gcInterval,
        OptionalLong size,
        Optional<String> policy,
        Optional<String> comment,
        List<Statement> statements) {
    /** NFT_SET_*. */
    public enum Flag {
        CONSTANT("constant"),
        DYNAMIC("dynamic"),
        INTERVAL("interval"),
        TIMEOUT("timeout");

        private final String keyword;

        Flag(String keyword) {
            this.keyword = keyword;
        }

        public String keyword() {
            return keyword;
        }
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    public boolean isMap() {
        return !dataTypes.isEmpty() || objectType.isPresent();
    }

    public boolean isVerdictMap() {
        return dataTypes.equals(List.of("verdict"));
    }
}
