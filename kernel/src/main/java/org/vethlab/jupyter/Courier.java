package org.vethlab.jupyter;

import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes text and messages from any thread, and hands them in order to the thread that owns the sockets. Text is
 * gathered into few messages.
 *
 * <p>A cell's thread may be interrupted or stopped at any instruction, and an interrupt inside a socket or a channel
 * closes it. So what that thread does here takes no lock: it adds to a lock-free queue and wakes this thread up.
 */
final class Courier implements Runnable {
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** A Jupyter server drops output beyond 1 MB/s: 20 batches of this many characters a second stay below it. */
    private static final int BATCH = 48_000;

    /** What a message counts that is no text. */
    private static final int OUTPUT_WEIGHT = 500;

    private static final int MANY = 64;

    private sealed interface Item {}

    private record Text(JsonObject parent, String stream, String text) implements Item {}

    private record Post(Outgoing message, int weight) implements Item {}

    private record End() implements Item {}

    /** What a stream message will hold. */
    private record Batch(JsonObject parent, String stream, StringBuilder text) {
        @SuppressWarnings("ReferenceEquality")
        boolean takes(Text more) {
            return parent == more.parent && stream.equals(more.stream);
        }
    }

    private final ConcurrentLinkedQueue<Item> items = new ConcurrentLinkedQueue<>();
    private final Deque<Batch> batches = new ArrayDeque<>();
    private final Consumer<List<Outgoing>> destination;
    private volatile @Nullable Thread sleeper;

    /**
     * Characters that writers have handed in, and of those what has gone on. A writer counts what is in the queue
     * already: stopped in between, it leaves the others some more room, where the other way round they would wait for
     * what never comes.
     */
    private final AtomicLong written = new AtomicLong();

    private final AtomicLong gone = new AtomicLong();

    private int characters;

    private long gatheringSince;
    private boolean ended;

    /** @param destination called on this courier's thread alone */
    Courier(Consumer<List<Outgoing>> destination) {
        this.destination = destination;
    }

    /** Text for a cell's output; waits while too much is on its way. */
    void text(JsonObject parent, String stream, String text) {
        awaitRoom();
        add(new Text(parent, stream, text));
        written.addAndGet(text.length());
    }

    /** A message that is a cell's output, as text is: waits as that does. */
    void output(Outgoing message) {
        awaitRoom();
        add(new Post(message, OUTPUT_WEIGHT));
        written.addAndGet(OUTPUT_WEIGHT);
    }

    /** A message, behind all text that came before it. */
    void post(Outgoing message) {
        add(new Post(message, 0));
    }

    private void awaitRoom() {
        while (written.get() - gone.get() > BATCH) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Ends the thread once all has been handed on. */
    void close() {
        add(new End());
    }

    private void add(Item item) {
        items.add(item);
        Thread wake = sleeper;
        if (wake != null) {
            LockSupport.unpark(wake);
        }
    }

    @Override
    public void run() {
        List<Outgoing> ready = new ArrayList<>();
        while (!ended) {
            Item item = items.poll();
            if (item != null) {
                take(item, ready);
            }
            if (!batches.isEmpty() && System.nanoTime() - gatheringSince >= GATHER_NANOS) {
                flush(ready);
            }
            if (item == null || ready.size() >= MANY || ended) {
                handOn(ready);
            }
            if (item == null) {
                sleep();
            }
        }
    }

    private void handOn(List<Outgoing> ready) {
        if (!ready.isEmpty()) {
            destination.accept(List.copyOf(ready));
            ready.clear();
        }
    }

    private void take(Item item, List<Outgoing> ready) {
        if (item instanceof Text text) {
            gather(text);
            return;
        }
        flush(ready);
        if (item instanceof Post post) {
            ready.add(post.message());
            gone.addAndGet(post.weight());
        } else {
            ended = true;
        }
    }

    private void gather(Text text) {
        if (batches.isEmpty()) {
            gatheringSince = System.nanoTime();
        }
        Batch last = batches.peekLast();
        if (last == null || !last.takes(text)) {
            last = new Batch(text.parent(), text.stream(), new StringBuilder());
            batches.add(last);
        }
        last.text().append(text.text());
        characters += text.text().length();
    }

    private void flush(List<Outgoing> ready) {
        for (Batch batch : batches) {
            JsonObject content =
                    Json.of("name", batch.stream(), "text", batch.text().toString());
            ready.add(Outgoing.publish("stream", batch.parent(), content));
        }
        batches.clear();
        gone.addAndGet(characters);
        characters = 0;
    }

    private void sleep() {
        sleeper = Thread.currentThread();
        if (items.isEmpty()) {
            if (batches.isEmpty()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, gatheringSince + GATHER_NANOS - System.nanoTime());
            }
        }
        sleeper = null;
    }
}
