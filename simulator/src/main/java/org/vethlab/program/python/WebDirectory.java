package org.vethlab.program.python;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.program.Context;

/** The files that the web server hands out, and pages that list directories. */
final class WebDirectory {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("txt", "text/plain"),
            Map.entry("html", "text/html"),
            Map.entry("htm", "text/html"),
            Map.entry("css", "text/css"),
            Map.entry("js", "text/javascript"),
            Map.entry("json", "application/json"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("xml", "text/xml"),
            Map.entry("csv", "text/csv"),
            Map.entry("py", "text/x-python"),
            Map.entry("sh", "application/x-sh"),
            Map.entry("c", "text/plain"),
            Map.entry("md", "text/markdown"),
            Map.entry("tar", "application/x-tar"),
            Map.entry("pdf", "application/pdf"));

    private final Context context;
    private final String root;

    WebDirectory(Context context, String root) {
        this.context = context;
        this.root = root;
    }

    WebAnswer answer(String target) {
        String path = URLDecoder.decode(target.replaceFirst("[?#].*", "").replace("+", "%2B"), StandardCharsets.UTF_8);
        String file = root + clean(path);
        if (!context.files().exists(file)) {
            return missing();
        }
        if (!context.files().isDirectory(file)) {
            return path.endsWith("/") ? missing() : file(file);
        }
        if (!path.endsWith("/")) {
            return new WebAnswer(301, "", "", Optional.of(target + "/"), Optional.empty(), new byte[0]);
        }
        for (String index : List.of("index.html", "index.htm")) {
            if (context.files().exists(file + "/" + index)) {
                return file(file + "/" + index);
            }
        }
        return list(file, path);
    }

    private static WebAnswer missing() {
        return WebAnswer.error(404, "File not found", "Nothing matches the given URI");
    }

    /** Nothing above the root. */
    private static String clean(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? "" : "/" + String.join("/", parts);
    }

    private WebAnswer file(String path) {
        try {
            long modified =
                    context.files().status(path).modified() + context.clock().bootSeconds() * 1_000_000_000L;
            byte[] body = context.files().read(path);
            String ending =
                    path.replaceFirst(".*/", "").replaceFirst("^[^.]*$", "").replaceFirst(".*\\.", "");
            String type = TYPES.getOrDefault(ending.toLowerCase(Locale.ROOT), "application/octet-stream");
            return new WebAnswer(200, "", type, Optional.empty(), Optional.of(modified), body);
        } catch (NetException e) {
            return missing();
        }
    }

    private WebAnswer list(String directory, String path) {
        List<String> names = new ArrayList<>(context.files().list(directory));
        names.sort(Comparator.comparing(name -> name.toLowerCase(Locale.ROOT)));
        String title = "Directory listing for " + escape(path);
        StringBuilder page = new StringBuilder(
                        "<!DOCTYPE HTML>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(title)
                .append("</title>\n</head>\n<body>\n<h1>")
                .append(title)
                .append("</h1>\n<hr>\n<ul>\n");
        for (String name : names) {
            String shown = context.files().isDirectory(directory + "/" + name) ? name + "/" : name;
            String link = URLEncoder.encode(shown, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("%2F", "/");
            page.append("<li><a href=\"")
                    .append(link)
                    .append("\">")
                    .append(escape(shown))
                    .append("</a></li>\n");
        }
        page.append("</ul>\n<hr>\n</body>\n</html>\n");
        return new WebAnswer(
                200,
                "",
                "text/html; charset=utf-8",
                Optional.empty(),
                Optional.empty(),
                WebAnswer.utf8(page.toString()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
