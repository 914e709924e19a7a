package org.vethlab.program.curl;

import java.util.Set;
import org.vethlab.program.CommandException;

/** The parts of a URL. */
record Url(String scheme, String host, int port, String path) {
    private static final int HTTP_PORT = 80;
    private static final Set<String> LATER = Set.of("https", "ftp", "ftps", "file", "scp", "sftp", "tftp", "telnet");
    private static final int LAST_PORT = 65535;

    /** @throws CurlException if it is none, or not of http */
    static Url parse(String text) {
        int colon = text.indexOf("://");
        String scheme = colon < 0 ? "http" : text.substring(0, colon);
        if (LATER.contains(scheme)) {
            throw CommandException.notSimulated("curl " + scheme + "://");
        }
        if (!scheme.equals("http")) {
            throw new CurlException(
                    CurlException.UNSUPPORTED, "Protocol \"" + scheme + "\" not supported or disabled in libcurl");
        }
        String rest = colon < 0 ? text : text.substring(colon + 3);
        int slash = rest.indexOf('/') < 0 ? rest.length() : rest.indexOf('/');
        String authority = rest.substring(0, slash).replaceFirst("^.*@", "");
        String path = slash < rest.length() ? rest.substring(slash).replaceFirst("#.*", "") : "/";
        int bracket = authority.startsWith("[") ? authority.indexOf(']') : 0;
        int port = authority.indexOf(':', Math.max(0, bracket));
        String host = port < 0 ? authority : authority.substring(0, port);
        if (host.isEmpty()) {
            throw new CurlException(CurlException.MALFORMED, "URL using bad/illegal format or missing URL");
        }
        return new Url(scheme, host, port < 0 ? HTTP_PORT : port(authority.substring(port + 1)), path);
    }

    private static int port(String digits) {
        if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > LAST_PORT) {
            throw new CurlException(CurlException.MALFORMED, "URL using bad/illegal format or missing URL");
        }
        return Integer.parseInt(digits);
    }

    /** Without the brackets of an IPv6 address. */
    String bareHost() {
        return host.replaceAll("[\\[\\]]", "");
    }

    /** As in the Host header. */
    String authority() {
        return port == HTTP_PORT ? host : host + ":" + port;
    }

    /** With a path in its place, as a redirection gives it. */
    Url redirected(String location) {
        return location.contains("://") ? parse(location) : new Url(scheme, host, port, location);
    }

    @Override
    public String toString() {
        return scheme + "://" + authority() + path;
    }
}
