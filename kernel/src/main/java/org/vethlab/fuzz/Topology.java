package org.vethlab.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The networks that scripts are written for. */
enum Topology {
    /** Two namespaces and one or two cables. */
    PAIR {
        @Override
        void build(Scene scene, boolean unnamed) {
            List<Box> boxes = boxes(scene, 2, unnamed);
            int length = scene.dice().pick(List.of(24, 24, 24, 16, 30));
            join(scene, boxes.get(0), boxes.get(1), "eth0", "10.0.0.", length);
            if (scene.dice().percent(50)) {
                join(scene, boxes.get(0), boxes.get(1), "eth1", scene.dice().percent(50) ? "10.0.0." : "10.0.1.", 24);
            }
        }

        private void join(Scene scene, Box one, Box other, String device, String net, int length) {
            scene.cable(one, device, other, device);
            int first = device.equals("eth0") ? 1 : 3;
            scene.address(one, device, net + first, length);
            scene.address(other, device, net + (first == 1 ? 2 : 4), length);
        }
    },

    /** Hosts at both ends of a chain of one to three routers. */
    CHAIN {
        @Override
        void build(Scene scene, boolean unnamed) {
            List<Box> boxes = boxes(scene, scene.dice().between(3, 5), unnamed);
            int last = boxes.size() - 1;
            for (int i = 0; i < last; i++) {
                scene.cable(boxes.get(i), "right", boxes.get(i + 1), "left");
                scene.address(boxes.get(i), "right", "10.0." + i + ".1", 24);
                scene.address(boxes.get(i + 1), "left", "10.0." + i + ".2", 24);
            }
            for (int i = 1; i < last; i++) {
                forward(scene, boxes.get(i));
                if (i < last - 1) {
                    scene.defaultRoute(boxes.get(i), "10.0." + i + ".2");
                }
                for (int net = 0; net < i - 1; net++) {
                    scene.run(boxes.get(i).ip(scene.dice()) + " route add 10.0." + net + ".0/24 via 10.0." + (i - 1)
                            + ".1");
                }
            }
            defaultRoute(scene, boxes.get(0), "10.0.0.2");
            defaultRoute(scene, boxes.get(last), "10.0." + (last - 1) + ".1");
        }
    },

    /** Hosts on a bridge. */
    LAN {
        @Override
        void build(Scene scene, boolean unnamed) {
            Box bridge = scene.box("sw", unnamed);
            scene.bridge(bridge, "br0");
            segment(scene, bridge, "br0", boxes(scene, scene.dice().between(2, 4), unnamed), 1);
        }
    },

    /** Two bridges and a namespace with a device at each, all of one subnet. */
    TWO_SEGMENTS {
        @Override
        void build(Scene scene, boolean unnamed) {
            Box left = scene.box("B1", unnamed);
            Box right = scene.box("B2", unnamed);
            scene.bridge(left, "br1");
            scene.bridge(right, "br2");
            Box router = scene.box("R", unnamed);
            segment(scene, left, "br1", List.of(scene.box("N11", unnamed), scene.box("N12", unnamed)), 11);
            segment(scene, right, "br2", List.of(scene.box("N22", unnamed)), 22);
            scene.cable(router, "veth1R", left, "pR");
            scene.cable(router, "veth2R", right, "pR");
            scene.address(router, "veth1R", "192.168.5.100", 24);
            scene.address(router, "veth2R", "192.168.5.200", 24);
            scene.port(left, "br1", "pR");
            scene.port(right, "br2", "pR");
        }
    },

    /** The host with a bridge, as tutorials have it, and a default route back to it. */
    HOST {
        @Override
        void build(Scene scene, boolean unnamed) {
            Box host = scene.host();
            scene.bridge(host, "br0");
            scene.address(host, "br0", "192.168.5.254", 24);
            List<Box> boxes = boxes(scene, 2, unnamed);
            segment(scene, host, "br0", boxes, 1);
            boxes.forEach(box -> defaultRoute(scene, box, "192.168.5.254"));
            forward(scene, host);
        }
    },

    /** A host with two devices on one bridge. */
    TWO_CARDS {
        @Override
        void build(Scene scene, boolean unnamed) {
            Box bridge = scene.box("sw", unnamed);
            scene.bridge(bridge, "br0");
            List<Box> boxes = boxes(scene, 2, unnamed);
            segment(scene, bridge, "br0", boxes, 1);
            scene.cable(boxes.get(0), "eth1", bridge, "p9");
            scene.address(boxes.get(0), "eth1", scene.dice().percent(70) ? "192.168.5.9" : "10.9.0.9", 24);
            scene.port(bridge, "br0", "p9");
        }
    };

    abstract void build(Scene scene, boolean unnamed);

    /** A random one, ready for commands. */
    static Scene scene(Dice dice) {
        Scene scene = new Scene(dice);
        boolean unnamed = dice.percent(20);
        dice.pick(List.of(values())).build(scene, unnamed);
        scene.run("sleep 3");
        return scene;
    }

    private static List<Box> boxes(Scene scene, int count, boolean unnamed) {
        List<Box> boxes = new ArrayList<>();
        for (String name : List.of("A", "B", "C", "D", "E").subList(0, count)) {
            boxes.add(scene.box(name, unnamed));
        }
        return boxes;
    }

    private static void segment(Scene scene, Box bridgeBox, String bridge, List<Box> hosts, int first) {
        for (int i = 0; i < hosts.size(); i++) {
            Box host = hosts.get(i);
            String port = "p" + host.name().toLowerCase(Locale.ROOT);
            scene.cable(host, "eth0", bridgeBox, port);
            scene.address(host, "eth0", "192.168.5." + (first + i), 24);
            scene.port(bridgeBox, bridge, port);
        }
    }

    private static void forward(Scene scene, Box router) {
        if (scene.dice().percent(85)) {
            scene.forward(router);
        }
    }

    private static void defaultRoute(Scene scene, Box box, String gateway) {
        if (scene.dice().percent(85)) {
            scene.defaultRoute(box, gateway);
        }
    }
}
