package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Topologies made up at random, each the same for the same seed: trees, with some rings and some parts cut off. */
final class RandomTopology {
    private final SplittableRandom random;
    private final List<List<Device>> devices = new ArrayList<>();
    private final List<Cable> cables = new ArrayList<>();
    private final List<Boolean> switches = new ArrayList<>();

    private RandomTopology(long seed) {
        random = new SplittableRandom(seed);
    }

    static Topology of(long seed) {
        return new RandomTopology(seed).make();
    }

    private Topology make() {
        int size = random.nextInt(1, 26);
        for (int i = 0; i < size; i++) {
            devices.add(new ArrayList<>());
            switches.add(random.nextInt(3) == 0);
            if (i > 0 && random.nextInt(8) > 0) {
                plug(i, random.nextInt(Math.max(0, i - 6), i));
            }
        }
        for (int extra = random.nextInt(4); extra > 0; extra--) {
            plug(random.nextInt(size), random.nextInt(size));
        }
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boxes.add(new Box("n" + i, bridge(i), state(), devices.get(i)));
        }
        return new Topology(boxes, cables);
    }

    private Optional<String> bridge(int i) {
        return switches.get(i) ? Optional.of("br" + i) : Optional.empty();
    }

    private Device.State state() {
        Device.State[] states = Device.State.values();
        return random.nextInt(4) == 0 ? states[random.nextInt(states.length)] : Device.State.UP;
    }

    private void plug(int one, int other) {
        cables.add(new Cable(device(one), device(other), Cable.Kind.VETH));
    }

    private Port device(int i) {
        String name = "eth" + devices.get(i).size();
        List<String> addresses = new ArrayList<>();
        for (int count = switches.get(i) ? 0 : random.nextInt(3); count > 0; count--) {
            addresses.add("10." + i + "." + random.nextInt(256) + "." + random.nextInt(256) + "/24");
        }
        devices.get(i).add(new Device(name, "", Optional.empty(), addresses, state(), List.of()));
        String key = bridge(i).map(bridge -> "n" + i + "/" + bridge).orElse("n" + i);
        return new Port(key, name);
    }
}
