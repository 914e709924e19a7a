package org.vethlab.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.transcript.Command;
import org.vethlab.transcript.CommandScript;

/** Makes up scripts that nobody would write: sensible ones with damage, and traps. */
final class Junk {
    /** What does not end, grows without end, or nests deeply. */
    private static final List<String> TRAPS = List.of(
            "while :; do :; done",
            "until false; do ip link > /dev/null; done",
            "for ((;;)); do x=$((x + 1)); done",
            "f() { f; }; f",
            "f() { f | f; }; f",
            "f() { f & f; }; f",
            "x=a; while :; do x=$x$x; done",
            "a=(1); while :; do a+=(\"${a[@]}\"); done",
            "for i in {1..99999999}; do echo $i; done",
            "echo {1..100}{1..100}{1..100}{1..100}{1..100}",
            "printf '%999999999d\\n' 1",
            "printf '%s' $(printf 'x%.0s' {1..100000})",
            "yes",
            "yes | head -n 3",
            "cat /dev/zero",
            "cat /dev/zero > f",
            "head -c 9999999999 /dev/zero | wc -c",
            "tr '\\0' a < /dev/zero > /dev/null",
            "seq 1 999999999999",
            "ping 127.0.0.1",
            "ping -f 127.0.0.1",
            "ping -c 999999999 -i 0 127.0.0.1",
            "tcpdump -i lo",
            "sleep 999999999",
            "sleep infinity",
            "sleep 99999999999999999999",
            "read x",
            "cat",
            "exec < /dev/zero; read x",
            "eval eval eval eval x",
            "x='eval \"$x\"'; eval \"$x\"",
            "bash -c 'bash -c \"while :; do :; done\"'",
            "watch ip link",
            "kill -9 $$",
            "kill -STOP $$",
            "exec true",
            "exec nosuch",
            "exit 300",
            "set -e; false; echo there",
            "coproc cat; cat <&${COPROC[0]}",
            "wait $!",
            "fg",
            "cat <(cat <(cat <(cat)))",
            "mkfifo p; cat p",
            "echo > p; while read l; do echo $l >> p; done < p",
            "awk 'BEGIN { while (1) x = x \"a\" }'",
            "awk 'BEGIN { for (;;) i++ }'",
            "sed ':a;ba' <<< x",
            "sed ':a;s/a/aa/;ba' <<< a",
            "grep -E '(a*)*b' <<< aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "[[ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa =~ ^(a+)+$b ]]",
            "echo ${x//*/$x}",
            "echo $((9223372036854775807 + 1)) $((1 / 0))",
            "echo $((2 ** 63)) $((-9223372036854775808 / -1))",
            "ip link add br0 type bridge; for i in {1..3000}; do ip link add v$i type veth peer name w$i; done",
            "ip link add a type veth peer name b; ip link add br0 type bridge; ip link set a master br0; "
                    + "ip link set b master br0; ip link set a up; ip link set b up; ip link set br0 up; "
                    + "ping -c 2 -b 255.255.255.255 -I br0",
            "for i in {1..500}; do ip netns add n$i; done; ip -all netns exec ip link");

    private static final List<String> OPENINGS = List.of(
            "(",
            "{ ",
            "$(",
            "$((",
            "((",
            "[[ ",
            "`",
            "\"$(",
            "${x:-",
            "if ",
            "while ",
            "case x in ",
            "<(",
            "[ ",
            "! ",
            "! ! ",
            "a[",
            "eval ",
            "nsenter -n ",
            "ip netns exec A ",
            "<<E",
            "f() { ");

    private final ScriptGenerator sensible = new ScriptGenerator(List.of(Family.values()));
    private final List<String> cases;

    /** @param cases commands of transcripts, to be damaged as well */
    Junk(List<String> cases) {
        this.cases = cases;
    }

    CommandScript script(long seed) {
        Dice dice = new Dice(seed);
        List<Command> commands = new ArrayList<>();
        CommandScript whole = sensible.script(seed);
        if (dice.percent(50)) {
            whole.commands().stream().filter(command -> !command.compared()).forEach(commands::add);
        }
        int count = dice.between(1, 12);
        for (int i = 0; i < count; i++) {
            commands.add(new Command(command(whole, dice), true));
        }
        return new CommandScript(commands);
    }

    private String command(CommandScript whole, Dice dice) {
        if (dice.percent(4)) {
            return dice.pick(TRAPS);
        }
        if (dice.percent(4)) {
            return dice.pick(OPENINGS).repeat(dice.pick(List.of(3, 30, 300, 2000)));
        }
        String command = another(whole, dice);
        int times = dice.between(0, 3);
        for (int i = 0; i < times; i++) {
            command = dice.pick(List.of(Damage.values())).done(command, another(whole, dice), dice);
        }
        return command;
    }

    private String another(CommandScript whole, Dice dice) {
        return cases.isEmpty() || dice.percent(50) ? dice.pick(whole.commands()).text() : dice.pick(cases);
    }
}
