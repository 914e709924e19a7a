package org.vethlab.program.tc;

import java.util.List;

/** The kinds of qdisc that tc knows by name. */
final class QdiscKinds {
    // keep-sorted
    private static final List<QdiscKind> KINDS = List.of(
            new CodelKind(),
            new FifoKind("bfifo"),
            new FifoKind("pfifo"),
            new FifoKind("pfifo_head_drop"),
            new FqCodelKind(),
            new FqKind(),
            new HtbKind(),
            new IngressKind("clsact", ""),
            new IngressKind("ingress", "---------------- "),
            new NetemKind(),
            new PfifoFastKind(),
            new PrioKind(),
            new RedKind(),
            new SfqKind(),
            new TbfKind());

    private QdiscKinds() {}

    /** A name that tc does not know is the kernel's business, as long as no word follows. */
    static QdiscKind find(String name) {
        return KINDS.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseGet(() -> new UnknownKind(name));
    }
}
