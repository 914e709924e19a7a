package org.vethlab.trace;

/** ICMP messages in the words of RFC 792, RFC 4443 and ping. */
public final class IcmpText {
    private IcmpText() {}

    public static String of(int type, int code) {
        return switch (type) {
            case 0 -> "echo reply";
            case 3 -> unreachable(code);
            case 5 -> "redirect to a nearer gateway";
            case 8 -> "echo request";
            case 11 -> code == 0 ? "time to live exceeded" : "fragment reassembly time exceeded";
            case 12 -> "parameter problem";
            default -> "ICMP type " + type + " code " + code;
        };
    }

    private static String unreachable(int code) {
        return switch (code) {
            case 0 -> "destination net unreachable";
            case 1 -> "destination host unreachable";
            case 2 -> "destination protocol unreachable";
            case 3 -> "destination port unreachable";
            case 4 -> "fragmentation needed and DF set";
            case 9, 10, 13 -> "packet filtered";
            default -> "destination unreachable, code " + code;
        };
    }

    public static String ofIpv6(int type, int code) {
        return switch (type) {
            case 1 -> unreachableIpv6(code);
            case 2 -> "packet too big";
            case 3 -> "hop limit exceeded";
            case 4 -> "parameter problem";
            case 128 -> "echo request";
            case 129 -> "echo reply";
            case 133 -> "router solicitation";
            case 134 -> "router advertisement";
            case 135 -> "neighbour solicitation";
            case 136 -> "neighbour advertisement";
            case 137 -> "redirect to a nearer gateway";
            case 130, 131, 132, 143 -> "multicast listener discovery";
            default -> "ICMPv6 type " + type + " code " + code;
        };
    }

    private static String unreachableIpv6(int code) {
        return switch (code) {
            case 0 -> "no route to destination";
            case 1 -> "administratively prohibited";
            case 2 -> "beyond scope of source address";
            case 3 -> "address unreachable";
            case 4 -> "port unreachable";
            default -> "destination unreachable, code " + code;
        };
    }
}
