package org.vethlab.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class SchedulerTest {
    private static final long SECOND = 1_000_000_000L;

    private final VirtualClock clock = new VirtualClock();
    private final Scheduler scheduler = new Scheduler(clock);
    private final List<String> story = new ArrayList<>();

    private void sleep(long nanos) {
        long end = clock.now() + nanos;
        while (clock.now() < end) {
            scheduler.park(end);
        }
    }

    private void tell(String what) {
        story.add(clock.now() / SECOND + " " + what);
    }

    private Task counting(String name, int times) {
        return scheduler.spawn(name, () -> {
            for (int i = 0; i < times; i++) {
                tell(name);
                sleep(SECOND);
            }
        });
    }

    @Test
    void tasksThatSleepTakeTurnsInTheOrderOfTheirBirth() {
        scheduler.run(() -> {
            counting("a", 2);
            counting("b", 2);
            sleep(3 * SECOND);
            tell("end");
        });
        assertThat(story).containsExactly("0 a", "0 b", "1 a", "1 b", "3 end");
    }

    @Test
    void aTaskStartsOnlyWhenTheRunningOneBlocks() {
        scheduler.run(() -> {
            counting("child", 1);
            tell("parent");
            sleep(1);
        });
        assertThat(story).containsExactly("0 parent", "0 child");
    }

    @Test
    void timeStandsStillBetweenRuns() {
        scheduler.run(() -> {
            counting("job", 3);
            sleep(SECOND / 2);
        });
        assertThat(story).containsExactly("0 job");
        scheduler.run(() -> sleep(SECOND));
        assertThat(story).containsExactly("0 job", "1 job");
    }

    @Test
    void aParkedTaskWakesByUnparkOrAtItsDeadline() {
        scheduler.run(() -> {
            Task[] waiting = new Task[1];
            waiting[0] = scheduler.spawn("waiting", () -> {
                scheduler.park(VirtualClock.NEVER);
                tell("unparked");
                scheduler.park(clock.now() + SECOND);
                tell("deadline");
            });
            sleep(2 * SECOND);
            scheduler.unpark(waiting[0]);
            sleep(2 * SECOND);
        });
        assertThat(story).containsExactly("2 unparked", "3 deadline");
    }

    @Test
    void threadsOfEndedTasksAreUsedAgain() {
        List<Thread> threads = new ArrayList<>();
        scheduler.run(() -> {
            for (int i = 0; i < 20; i++) {
                scheduler.spawn("short", () -> threads.add(Thread.currentThread()));
                sleep(1);
            }
        });
        assertThat(threads).hasSize(20).containsOnly(threads.get(0));
        scheduler.close();
    }

    @Test
    void anEventThatFailsStopsNobodyAndIsReportedAtTheEnd() {
        clock.after(SECOND, () -> {
            throw new IllegalArgumentException("boom");
        });
        assertThatThrownBy(() -> scheduler.run(() -> {
                    counting("job", 3);
                    sleep(4 * SECOND);
                }))
                .hasMessageContaining("boom");
        assertThat(story).containsExactly("0 job", "1 job", "2 job");
        scheduler.run(() -> tell("goes on"));
        assertThat(story).endsWith("4 goes on");
    }

    @Test
    void aTaskThatFailsIsReportedToTheHandler() {
        List<Throwable> failures = new ArrayList<>();
        scheduler.onFailure(failures::add);
        scheduler.run(() -> {
            scheduler.spawn("bad", () -> {
                throw new IllegalStateException("bad");
            });
            sleep(SECOND);
            tell("end");
        });
        assertThat(failures).singleElement().hasToString("java.lang.IllegalStateException: bad");
        assertThat(story).containsExactly("1 end");
    }

    @Test
    void anotherThreadCanInterruptAnEndlessWait() throws InterruptedException {
        CountDownLatch waits = new CountDownLatch(1);
        AtomicInteger interrupts = new AtomicInteger();
        Thread outside = new Thread(() -> {
            awaitQuietly(waits);
            scheduler.post(() -> {
                interrupts.incrementAndGet();
                clock.after(0, () -> {});
            });
        });
        outside.start();
        scheduler.run(() -> {
            waits.countDown();
            while (interrupts.get() == 0) {
                scheduler.park(clock.now() + SECOND);
            }
        });
        outside.join();
        assertThat(interrupts).hasValue(1);
    }

    @Test
    void pacedTimeDoesNotRunAheadOfTheWall() {
        scheduler.paceWhile(() -> true);
        long start = System.nanoTime();
        scheduler.run(() -> {
            for (int i = 0; i < 3; i++) {
                sleep(20_000_000);
            }
        });
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(60_000_000);
        scheduler.paceWhile(() -> false);
        start = System.nanoTime();
        scheduler.run(() -> sleep(1000 * SECOND));
        assertThat(System.nanoTime() - start).isLessThan(5 * SECOND);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
