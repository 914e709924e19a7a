package org.vethlab.program.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * JSON as jq 1.6 prints it.
 *
 * @param indent what each level is moved in by; empty for all on one line
 * @param sorted keys in order ({@code -S})
 * @param ascii nothing but ASCII ({@code -a})
 */
record JsonText(String indent, boolean sorted, boolean ascii) {
    private static final int MOST_ZEROS = 15;

    String of(JsonNode node) {
        StringBuilder text = new StringBuilder();
        write(text, node, "\n");
        return text.toString();
    }

    private void write(StringBuilder text, JsonNode node, String newline) {
        if (node.isObject()) {
            object(text, node, newline);
        } else if (node.isArray()) {
            array(text, node, newline);
        } else if (node.isTextual()) {
            string(text, node.textValue());
        } else if (node.isNumber()) {
            text.append(number(node));
        } else {
            text.append(node.asText("null"));
        }
    }

    private void object(StringBuilder text, JsonNode node, String newline) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>();
        node.properties().forEach(fields::add);
        if (sorted) {
            Collections.sort(fields, Map.Entry.comparingByKey());
        }
        text.append('{');
        String separator = "";
        for (Map.Entry<String, JsonNode> field : fields) {
            text.append(separator).append(inside(newline));
            string(text, field.getKey());
            text.append(indent.isEmpty() ? ":" : ": ");
            write(text, field.getValue(), newline + indent);
            separator = ",";
        }
        text.append(fields.isEmpty() || indent.isEmpty() ? "" : newline).append('}');
    }

    private void array(StringBuilder text, JsonNode node, String newline) {
        text.append('[');
        String separator = "";
        for (Iterator<JsonNode> items = node.elements(); items.hasNext(); ) {
            text.append(separator).append(inside(newline));
            write(text, items.next(), newline + indent);
            separator = ",";
        }
        text.append(node.isEmpty() || indent.isEmpty() ? "" : newline).append(']');
    }

    private String inside(String newline) {
        return indent.isEmpty() ? "" : newline + indent;
    }

    /** A double with as few digits as tell it from others; with an exponent where that is shorter (freedtoa of jq). */
    private static String number(JsonNode node) {
        double value = node.doubleValue();
        if (Double.isNaN(value)) {
            return "null";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "1.7976931348623157e+308" : "-1.7976931348623157e+308";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        String digits = exact.unscaledValue().abs().toString();
        int point = digits.length() - exact.scale();
        boolean exponential = point <= -4 || point > digits.length() + MOST_ZEROS;
        return exponential ? exponential(value < 0, digits, point - 1) : exact.toPlainString();
    }

    private static String exponential(boolean negative, String digits, int exponent) {
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (negative ? "-" : "")
                + digits.charAt(0)
                + fraction
                + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private void string(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            character(text, value.charAt(i));
        }
        text.append('"');
    }

    private void character(StringBuilder text, char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\t' -> text.append("\\t");
            case '\r' -> text.append("\\r");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            default ->
                text.append(
                        c < ' ' || c == 127 || ascii && c > 127
                                ? String.format("\\u%04x", (int) c)
                                : Character.toString(c));
        }
    }
}
