package org.vethlab.program.tc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.program.Arguments;
import org.vethlab.program.Numbers;
import org.vethlab.view.Printer;

/** prio: bands, and the map from priorities to bands. */
final class PrioKind implements QdiscKind {
    private static final List<Integer> DEFAULT_MAP = List.of(1, 2, 2, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
    private static final int DEFAULT_BANDS = 3;
    private static final int MAX_PRIORITY = 15;

    @Override
    public String name() {
        return "prio";
    }

    @Override
    public Optional<QdiscOptions> parse(Arguments words, TcContext tc, String device) {
        int bands = DEFAULT_BANDS;
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "bands" -> bands = bands(words.next());
                case "priomap" -> {
                    return Optional.of(new QdiscOptions.Bands(bands, map(words, bands)));
                }
                case "multiqueue" -> {}
                case "help" -> throw Complaints.usage("qdisc-prio");
                default -> throw Complaints.unknown(word, "qdisc-prio");
            }
        }
        return Optional.of(new QdiscOptions.Bands(bands, DEFAULT_MAP));
    }

    private static int bands(String word) {
        OptionalInt number = Numbers.integer(word);
        return number.orElseThrow(() -> Complaints.illegal("bands"));
    }

    private static List<Integer> map(Arguments words, int bands) {
        List<Integer> map = new ArrayList<>(DEFAULT_MAP);
        int index = 0;
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("priomap")) {
                throw Complaints.plain("Error: duplicate priomap");
            }
            int band = Numbers.integer(word).orElseThrow(() -> Complaints.plain("Illegal \"priomap\" element"));
            if (band < 0 || band >= bands) {
                throw Complaints.plain("\"priomap\" element is out of bands");
            }
            if (index > MAX_PRIORITY) {
                throw Complaints.plain("\"priomap\" index > TC_PRIO_MAX=" + MAX_PRIORITY);
            }
            map.set(index++, band);
        }
        return map;
    }

    @Override
    public void print(QdiscOptions options, TcContext tc, Fields fields) {
        printBands(options, fields);
    }

    static void printBands(QdiscOptions options, Fields fields) {
        if (options instanceof QdiscOptions.Bands bands) {
            Printer out = fields.out();
            out.field("bands", "bands %s ", bands.bands());
            out.text("priomap");
            out.beginArray("priomap");
            bands.priorityMap().forEach(band -> out.element(" %s", band));
            out.endArray();
            out.hidden("multiqueue", false);
        }
    }
}
