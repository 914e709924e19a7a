package org.vethlab.jupyter;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.awt.image.RenderedImage;
import java.util.Arrays;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.common.Image;
import org.vethlab.java.SourceText;
import org.vethlab.picture.Drawable;
import org.vethlab.picture.Picture;
import org.vethlab.picture.RowTable;
import org.vethlab.picture.Table;

/** What the value of a Java cell looks like. */
final class Values {
    private static final int LONGEST = 50_000;

    private Values() {}

    static Bundle show(Object value) {
        if (value instanceof Picture picture) {
            return Bundle.of(picture);
        }
        if (value instanceof Drawable drawable) {
            return Bundle.of(drawable.draw());
        }
        Optional<Table> table = RowTable.ofRows(value);
        if (table.isPresent()) {
            return Bundle.of(table.get().draw());
        }
        if (value instanceof DisplayData || value instanceof DisplayDataRenderable || value instanceof RenderedImage) {
            return rendered(value);
        }
        return Bundle.text(shortened(text(value)));
    }

    /** A front end stops under a text of megabytes. */
    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "… (" + text.length()
                        + " characters; System.out.println shows them all)";
    }

    private static String text(Object value) {
        if (!value.getClass().isArray()) {
            return SourceText.plainNames(value.toString());
        }
        String nested = Arrays.deepToString(new Object[] {value});
        return SourceText.plainNames(nested.substring(1, nested.length() - 1));
    }

    /** Values made for other notebook kernels on the JVM show as they do there. */
    private static Bundle rendered(Object value) {
        Renderer renderer = new Renderer();
        Image.registerAll(renderer);
        DisplayData display = value instanceof DisplayData ready ? ready : renderer.render(value);
        JsonObject tree = new Gson().toJsonTree(display).getAsJsonObject();
        JsonObject data = Json.object(tree, "data");
        if (value instanceof RenderedImage image) {
            data.addProperty("text/plain", "an image of " + image.getWidth() + " × " + image.getHeight() + " pixels");
        }
        return new Bundle(data, Json.object(tree, "metadata"), "", false);
    }
}
