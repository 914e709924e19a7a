package org.vethlab.fuzz;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.vethlab.transcript.Answer;
import org.vethlab.transcript.CommandScript;
import org.vethlab.transcript.Simulation;

/** Runs a script in the simulator, and interrupts it when it does not come to an end. */
final class TimedSimulation {
    private static final long PATIENCE_SECONDS = 30;
    private static final long SEED = 1;

    private TimedSimulation() {}

    static Map<Integer, Answer> answers(CommandScript script) {
        Simulation simulation = new Simulation(script, SEED);
        var alarm = CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var interruption = CompletableFuture.runAsync(simulation::interrupt, alarm);
        try {
            return simulation.answers();
        } finally {
            interruption.cancel(false);
        }
    }
}
