package org.vethlab.cli;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code vethlab install}: writes the kernelspec, by which Jupyter finds the kernel. */
final class Install implements Verb {
    private static final List<String> LOGOS = List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");

    @Override
    public String name() {
        return "install";
    }

    @Override
    public String usage() {
        return "[--prefix DIR]";
    }

    @Override
    public String summary() {
        return "make the kernel known to your Jupyter, or to the one that lives in DIR";
    }

    @Override
    public int run(List<String> arguments) {
        Path folder = target(arguments).resolve("kernels").resolve("vethlab");
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("kernel.json"), kernelspec());
            for (String logo : LOGOS) {
                copy(logo, folder.resolve(logo));
            }
        } catch (IOException e) {
            throw new UsageException("cannot write " + folder + ": " + e.getMessage());
        }
        System.out.println("kernel installed in " + folder);
        return 0;
    }

    private static Path target(List<String> arguments) {
        if (arguments.isEmpty()) {
            return userData();
        }
        if (arguments.size() != 2 || !arguments.get(0).equals("--prefix")) {
            throw new UsageException("takes nothing, or --prefix DIR");
        }
        return Path.of(arguments.get(1)).resolve("share").resolve("jupyter");
    }

    /** Where Jupyter looks for what a user installs. */
    private static Path userData() {
        Optional<String> chosen = Optional.ofNullable(System.getenv("JUPYTER_DATA_DIR"));
        if (chosen.isPresent()) {
            return Path.of(chosen.get());
        }
        Path home = Path.of(System.getProperty("user.home"));
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        return mac ? home.resolve("Library/Jupyter") : home.resolve(".local/share/jupyter");
    }

    /** Interrupts come as messages: a signal would end the JVM. */
    private static String kernelspec() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("argv", List.of(Home.folder().resolve("vethlab").toString(), "kernel", "{connection_file}"));
        spec.put("display_name", "Vethlab (Java)");
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        spec.put("kernel_protocol_version", "5.5");
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(spec) + "\n";
    }

    private static void copy(String logo, Path target) throws IOException {
        try (InputStream resource = Install.class.getResourceAsStream("kernelspec/" + logo)) {
            if (resource == null) {
                throw new IOException(logo + " is not in the jar");
            }
            Files.copy(resource, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
