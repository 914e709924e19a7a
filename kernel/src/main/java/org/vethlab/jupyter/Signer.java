package org.vethlab.jupyter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Signs messages: HMAC (RFC 2104) over a digest of the JDK's. {@code javax.crypto.Mac} would look through all providers
 * for it, and be a fifth of a kernel's start.
 */
final class Signer {
    private static final byte INNER_PAD = 0x36;
    private static final byte OUTER_PAD = 0x5c;

    private final MessageDigest digest;
    private final byte[] key;
    private final int blockLength;

    private Signer(MessageDigest digest, byte[] key) {
        this.digest = digest;
        this.blockLength = digest.getDigestLength() > 32 ? 128 : 64;
        this.key = key.length > blockLength ? digest.digest(key) : key;
    }

    /**
     * @param scheme {@code hmac-} and a digest
     * @param key without one, signatures are empty
     * @throws IllegalArgumentException for another scheme
     */
    static Signer of(String scheme, String key) {
        String name = scheme.toUpperCase(Locale.ROOT).replaceFirst("^HMAC-", "").replaceFirst("^SHA(?=\\d)", "SHA-");
        try {
            return new Signer(MessageDigest.getInstance(name), key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("there is no signature scheme " + scheme, e);
        }
    }

    /** In hexadecimal digits. */
    String sign(List<byte[]> parts) {
        if (key.length == 0) {
            return "";
        }
        digest.update(padded(INNER_PAD));
        parts.forEach(digest::update);
        byte[] inner = digest.digest();
        digest.update(padded(OUTER_PAD));
        return HexFormat.of().formatHex(digest.digest(inner));
    }

    private byte[] padded(byte pad) {
        byte[] block = Arrays.copyOf(key, blockLength);
        for (int i = 0; i < block.length; i++) {
            block[i] ^= pad;
        }
        return block;
    }
}
