package org.vethlab.program.tcpdump.filter;

/** A compiled filter expression. */
public final class Filter {
    private final Test test;

    private Filter(Test test) {
        this.test = test;
    }

    /** @throws FilterException with what libpcap says about an expression that cannot be compiled */
    public static Filter compile(String expression, LinkLayer link) {
        if (expression.isBlank()) {
            return new Filter(Test.of(true));
        }
        Test test = new FilterParser(FilterLexer.split(expression), new TestMaker(link)).parse();
        if (!Satisfiability.isSatisfiable(test)) {
            throw new FilterException("expression rejects all packets");
        }
        return new Filter(test);
    }

    public boolean accepts(FilterInput packet) {
        try {
            return test.holds(packet);
        } catch (Value.OutOfPacket e) {
            return false;
        }
    }
}
