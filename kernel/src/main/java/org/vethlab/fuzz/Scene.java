package org.vethlab.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.fuzz.Box.Nic;
import org.vethlab.transcript.Command;

/** What a script starts from: namespaces, cables, bridges and addresses, and the commands that made them. */
final class Scene {
    private final Dice dice;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private final boolean fixedMacs;
    private final boolean quiet;
    private final boolean six;
    private int ends;

    Scene(Dice dice) {
        this.dice = dice;
        this.fixedMacs = dice.percent(85);
        this.quiet = dice.percent(40);
        this.six = !quiet && dice.percent(60);
    }

    List<Command> commands() {
        return commands;
    }

    List<Box> boxes() {
        return boxes;
    }

    Dice dice() {
        return dice;
    }

    void run(String command) {
        commands.add(new Command(command, false));
    }

    Box host() {
        Box box = Box.named("");
        boxes.add(box);
        return box;
    }

    Box box(String name, boolean unnamed) {
        Box box = unnamed ? Box.unnamed(name) : Box.named(name);
        boxes.add(box);
        if (unnamed) {
            run("unshare --net --uts /bin/bash &");
            run("pid_" + name + "=$!; sleep 0.5");
        } else {
            run("ip netns add " + name);
        }
        if (quiet) {
            run(box.enter() + "sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1");
        }
        if (dice.percent(92)) {
            run(box.ip(dice) + " link set lo up");
        }
        return box;
    }

    void cable(Box one, String device, Box other, String otherDevice) {
        if (dice.percent(70) || device.equals(otherDevice)) {
            run("ip link add " + device + mac() + " netns " + one.netns() + " type veth peer name " + otherDevice
                    + mac() + " netns " + other.netns());
        } else {
            run("ip link add " + device + mac() + " type veth peer name " + otherDevice + mac());
            move(device, one);
            move(otherDevice, other);
        }
    }

    private void move(String device, Box box) {
        if (!box.isHost()) {
            run("ip link set " + device + " netns " + box.netns());
        }
    }

    private String mac() {
        ends++;
        return fixedMacs ? " address 02:00:00:00:0" + (1 + ends % 7) + ":" + (10 + ends) : "";
    }

    void address(Box box, String device, String address, int prefixLength) {
        box.nics().add(new Nic(device, address, prefixLength));
        String broadcast = dice.percent(40) ? " brd +" : "";
        run(box.ip(dice) + " addr add " + address + "/" + prefixLength + broadcast + " dev " + device);
        if (six) {
            run(box.ip(dice) + " addr add " + new Nic(device, address, 24).six() + "/64 dev " + device);
        }
        up(box, device);
    }

    void forward(Box router) {
        run(router.enter() + "sysctl -qw net.ipv4.ip_forward=1");
        if (six) {
            run(router.enter() + "sysctl -qw net.ipv6.conf.all.forwarding=1");
        }
    }

    void defaultRoute(Box box, String gateway) {
        run(box.ip(dice) + " route add default via " + gateway);
        if (six) {
            run(box.ip(dice) + " -6 route add default via " + new Nic("", gateway, 24).six());
        }
    }

    void port(Box box, String bridge, String device) {
        box.nics().add(new Nic(device, "", 0));
        up(box, device);
        run(
                dice.percent(40)
                        ? box.enter() + "brctl addif " + bridge + " " + device
                        : box.ip(dice) + " link set " + device + " master " + bridge);
    }

    void bridge(Box box, String name) {
        box.bridges().add(name);
        run(
                dice.percent(40)
                        ? box.enter() + "brctl addbr " + name
                        : box.ip(dice) + " link add " + name + " type bridge");
        up(box, name);
    }

    private void up(Box box, String device) {
        run(box.ip(dice) + " link set " + (dice.percent(20) ? "dev " : "") + device + " up");
    }

    /** What one command sees of it: once a namespace has been chosen, its devices and addresses. */
    final class View {
        private Box box = dice.pick(boxes);
        private Optional<Nic> nic = Optional.empty();
        private Optional<Nic> there = Optional.empty();

        /** @throws FuzzException for a hole that nobody can fill */
        String fill(String hole) {
            return switch (hole) {
                case "ip" -> box.ip(dice);
                case "in" -> box.enter();
                case "quiet" -> quiet();
                case "box" -> box.isHost() ? "nosuch" : box.name();
                case "otherbox" -> dice.pick(boxes).netns();
                case "bridgeip" -> ofBridge().ip(dice);
                case "bridgein" -> ofBridge().enter();
                case "there" -> there();
                case "thereaddress" -> there.map(Nic::address).orElse("127.0.0.1");
                case "theresix" -> there.map(Nic::six).orElse("::1");
                case "bridge" -> box.bridges().isEmpty() ? "br9" : dice.pick(box.bridges());
                default -> device(hole);
            };
        }

        /** For what counts packets: with IPv6 on, chance decides how many there are. */
        private String quiet() {
            boolean bridged = boxes.stream().anyMatch(box -> !box.bridges().isEmpty());
            if (!quiet || bridged) {
                throw new UnfitException();
            }
            return "";
        }

        private String device(String hole) {
            return switch (hole) {
                case "nic" -> chooseNic();
                case "dev" -> dice.percent(96) ? fill("nic") : dice.pick(List.of("lo", "nosuch", "eth7"));
                case "own" -> addressed().map(Nic::address).orElse("127.0.0.1");
                case "prefixlength" ->
                    addressed().map(Nic::prefixLength).map(String::valueOf).orElse("8");
                case "subnet" -> addressed().map(Nic::subnet).orElse("127.0.0.0/8");
                case "near" ->
                    addressed()
                            .map(found -> found.neighbour(dice.between(1, 9)))
                            .orElse("127.0.0.2");
                case "peer" -> peer();
                case "far" -> far();
                case "ownsix", "peersix", "farsix" -> six(hole);
                default -> throw new FuzzException("no rule and no scene fills {" + hole + "}");
            };
        }

        private String chooseNic() {
            nic = any(box.nics());
            return nic.map(Nic::name).orElse("lo");
        }

        private String six(String hole) {
            if (!six) {
                throw new UnfitException();
            }
            String four = fill(hole.replace("six", ""));
            return new Nic("", four, 24).six();
        }

        /** Enters another namespace that has an address. */
        private String there() {
            List<Box> others = boxes.stream()
                    .filter(other -> !other.equals(box) && !other.addressed().isEmpty())
                    .toList();
            if (others.isEmpty()) {
                throw new UnfitException();
            }
            Box other = dice.pick(others);
            there = Optional.of(dice.pick(other.addressed()));
            return other.enter();
        }

        private Box ofBridge() {
            List<Box> bridging =
                    boxes.stream().filter(found -> !found.bridges().isEmpty()).toList();
            box = bridging.isEmpty() ? box : dice.pick(bridging);
            return box;
        }

        private Optional<Nic> addressed() {
            return nic.filter(chosen -> !chosen.address().isEmpty()).or(() -> any(box.addressed()));
        }

        /** An address of somebody else in one of the own networks. */
        private String peer() {
            Optional<Nic> own = addressed();
            List<String> found = boxes.stream()
                    .filter(other -> !other.equals(box))
                    .flatMap(other -> other.addressed().stream())
                    .filter(other -> own.filter(mine -> mine.subnet().equals(other.subnet()))
                            .isPresent())
                    .map(Nic::address)
                    .toList();
            return found.isEmpty() ? fill("near") : dice.pick(found);
        }

        private String far() {
            List<Nic> all =
                    boxes.stream().flatMap(other -> other.addressed().stream()).toList();
            return any(all).map(Nic::address).orElse("127.0.0.1");
        }

        private Optional<Nic> any(List<Nic> nics) {
            return nics.isEmpty() ? Optional.empty() : Optional.of(dice.pick(nics));
        }
    }

    View view() {
        return new View();
    }
}
