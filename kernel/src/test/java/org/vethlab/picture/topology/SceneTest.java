package org.vethlab.picture.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every layout must have, whatever the lab: shown on topologies made up at random. */
class SceneTest {
    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private static Scene first(Topology topology) {
        return Scene.of(Difference.none(topology), Optional.empty(), cable -> 0);
    }

    private static Scene next(Scene before, Topology now) {
        return Scene.of(Difference.none(now), Optional.of(before.placement()), cable -> 0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingOverlaps(long seed) {
        assertSound(first(RandomTopology.of(seed)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sameLabSameDrawing(long seed) {
        Drawing one = Drawing.first(RandomTopology.of(seed));
        Drawing other = Drawing.first(RandomTopology.of(seed));
        assertThat(one.draw().text()).isEqualTo(other.draw().text());
        assertThat(one.draw().rich()).isEqualTo(other.draw().rich());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsThereAlreadyStays(long seed) {
        Topology all = RandomTopology.of(seed);
        if (all.boxes().size() < 2) {
            return;
        }
        Topology fewer = without(all, all.boxes().get(all.boxes().size() / 2).key());
        Scene before = first(fewer);
        Scene after = next(before, all);
        assertSound(after);
        assertThat(fewer.boxes())
                .allSatisfy(box -> assertThat(after.placement().of(box.key()))
                        .map(Placement.Spot::column)
                        .map(column -> column - shift(before, after, fewer))
                        .isEqualTo(before.placement().of(box.key()).map(Placement.Spot::column)));
        Scene again = next(after, all);
        assertThat(again.placement()).isEqualTo(after.placement());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsLeftStays(long seed) {
        Topology all = RandomTopology.of(seed);
        Topology fewer = without(all, all.boxes().get(0).key());
        Scene before = first(all);
        Scene after = next(before, fewer);
        assertSound(after);
        if (before.placement().isWorthKeeping(Graph.of(fewer)) && !hasGrown(before, after)) {
            assertThat(fewer.boxes())
                    .allSatisfy(box -> assertThat(after.placement().of(box.key()))
                            .isEqualTo(before.placement().of(box.key())));
        }
    }

    /** A cable that changes sides makes a switch higher, and that pushes what is below it. */
    private static boolean hasGrown(Scene before, Scene after) {
        return after.boxes().entrySet().stream()
                .anyMatch(entry -> entry.getValue().shape().height()
                        > before.boxes().get(entry.getKey()).shape().height());
    }

    /** A new first column moves all others by one. */
    private static int shift(Scene before, Scene after, Topology kept) {
        String key = kept.boxes().get(0).key();
        int then = before.placement().of(key).map(Placement.Spot::column).orElse(0);
        return after.placement().of(key).map(Placement.Spot::column).orElse(0) - then;
    }

    /** When a veth's end goes, so does the other. */
    private static Topology without(Topology topology, String box) {
        List<Box> rest = new ArrayList<>();
        for (Box each : topology.boxes()) {
            List<Device> left = each.devices().stream()
                    .filter(device -> topology.cablesAt(new Port(each.key(), device.name())).stream()
                            .noneMatch(cable -> cable.touches(box)))
                    .toList();
            if (!each.key().equals(box)) {
                rest.add(new Box(each.namespace(), each.bridge(), each.state(), left));
            }
        }
        return new Topology(
                rest,
                topology.cables().stream().filter(cable -> !cable.touches(box)).toList());
    }

    private static void assertSound(Scene scene) {
        List<Scene.Placed> boxes = new ArrayList<>(scene.boxes().values());
        for (Scene.Placed box : boxes) {
            assertThat(box.x()).isGreaterThanOrEqualTo(Scene.MARGIN);
            assertThat(box.y()).isGreaterThanOrEqualTo(Scene.MARGIN);
            assertThat(box.right()).isLessThanOrEqualTo(scene.width() - Scene.MARGIN);
            assertThat(box.bottom()).isLessThanOrEqualTo(scene.height() - Scene.MARGIN);
            assertThat(boxes)
                    .filteredOn(other -> other != box && overlap(box, other))
                    .isEmpty();
            assertTextFits(box.shape());
        }
        assertThat(scene.wires()).hasSameSizeAs(scene.difference().shown().cables());
        scene.wires().forEach(wire -> assertPassesBoxes(wire, scene));
    }

    private static boolean overlap(Scene.Placed one, Scene.Placed other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    private static void assertTextFits(Shape shape) {
        for (Shape.Text text : shape.texts()) {
            assertThat(text.x() + text.line().width()).isLessThan(shape.width());
            assertThat(text.y() + text.line().height() / 2).isLessThanOrEqualTo(shape.height());
        }
    }

    /** All text is in boxes: what keeps out of boxes crosses no text. */
    private static void assertPassesBoxes(Wire wire, Scene scene) {
        for (double share = 0; share <= 1; share += 1 / 64.0) {
            Wire.Point at = wire.at(share);
            assertThat(at.x()).isBetween(0.0, (double) scene.width());
            assertThat(at.y()).isBetween(0.0, (double) scene.height());
            assertThat(scene.boxes().values())
                    .as("%s at %s", wire.cable(), at)
                    .noneMatch(box -> at.x() > box.x() + 0.5
                            && at.x() < box.right() - 0.5
                            && at.y() > box.y() + 0.5
                            && at.y() < box.bottom() - 0.5);
        }
    }
}
