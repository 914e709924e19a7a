package org.vethlab.net.sched;

import java.util.Optional;

/** Which leaf of HTB a packet goes to (htb_classify). */
final class HtbClassifier {
    private final Htb htb;
    private final ClassTable<HtbClass> classes;
    private final FilterBlock filters;

    HtbClassifier(Htb htb, ClassTable<HtbClass> classes, FilterBlock filters) {
        this.htb = htb;
        this.classes = classes;
        this.filters = filters;
    }

    /** @param leaf where it goes; none for the direct queue */
    record Choice(boolean dropped, Optional<HtbClass> leaf) {}

    /** The priority may be the id of a class; filters come next, then the default class, then the direct queue. */
    Choice choose(Packet packet) {
        Handle priority = new Handle(packet.priority());
        if (priority.equals(htb.handle())) {
            return new Choice(false, Optional.empty());
        }
        Optional<HtbClass> named = classes.find(priority);
        if (named.isPresent() && named.get().level() == 0) {
            return new Choice(false, named);
        }
        Classification result = filters.classify(packet);
        if (result.isTaken()) {
            return new Choice(true, Optional.empty());
        }
        if (result.classId().filter(htb.handle()::equals).isPresent()) {
            return new Choice(false, Optional.empty());
        }
        Optional<HtbClass> chosen = result.classId().flatMap(classes::find);
        if (chosen.isPresent() && chosen.get().level() == 0) {
            return new Choice(false, chosen);
        }
        Handle fallback = Handle.of(htb.handle().major(), htb.defaultClass());
        return new Choice(false, classes.find(fallback).filter(one -> one.level() == 0));
    }
}
