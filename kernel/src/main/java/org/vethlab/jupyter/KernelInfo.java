package org.vethlab.jupyter;

import com.google.gson.JsonObject;
import java.util.List;

/** Who we are. */
final class KernelInfo {
    static final String VERSION = "0.1.0";

    private KernelInfo() {}

    /** The content of a {@code kernel_info_reply}. */
    static JsonObject answer() {
        JsonObject language = Json.of(
                "name", "java",
                "version", Runtime.version().toString(),
                "mimetype", "text/x-java",
                "file_extension", ".java",
                "pygments_lexer", "java",
                "codemirror_mode", "text/x-java");
        return Json.of(
                "status",
                "ok",
                "protocol_version",
                Codec.PROTOCOL,
                "implementation",
                "vethlab",
                "implementation_version",
                VERSION,
                "language_info",
                language,
                "banner",
                "Vethlab " + VERSION + ": a Linux network in a notebook; %help lists the magics",
                "help_links",
                List.of(),
                "supported_features",
                List.of());
    }
}
