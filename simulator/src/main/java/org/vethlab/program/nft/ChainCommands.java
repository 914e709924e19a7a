package org.vethlab.program.nft;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.net.filter.BaseHook;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.ChainType;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.Ruleset;
import org.vethlab.net.filter.Table;
import org.vethlab.net.filter.Verdict;

/** Adds, deletes, flushes and renames chains. */
final class ChainCommands {
    private static final int NAT_LOWEST_PRIORITY = -200;

    private final Session session;
    private final Ruleset ruleset;
    private final NotFound missing;
    private final Echo echo;

    ChainCommands(Session session, NotFound missing, Echo echo) {
        this.echo = echo;
        this.session = session;
        this.ruleset = session.ruleset();
        this.missing = missing;
    }

    void run(Command command) {
        Target target = command.target();
        switch (command.operation()) {
            case "delete" -> delete(target);
            case "flush" -> ruleset.flushChain(existing(target));
            default -> rename(command);
        }
    }

    private Chain existing(Target target) {
        if (target.handle().isPresent()) {
            return byHandle(target, target.handle().get());
        }
        return Modifications.find(session, target).orElseThrow(() -> missing.kernelNamed(target, "chain"));
    }

    private Chain byHandle(Target target, Token handle) {
        Table table = session.table(target).orElseThrow(() -> missing.kernelTable(target));
        return table.chains().stream()
                .filter(chain -> chain.handle() == TokenStream.value(handle))
                .findFirst()
                .orElseThrow(() -> new KernelException(handle.at(), "No such file or directory"));
    }

    private void delete(Target target) {
        Chain chain = existing(target);
        Token where = target.handle().or(target::name).orElseThrow();
        if (MapTargets.leadTo(chain)) {
            throw new KernelException(where.at(), "Device or resource busy");
        }
        try {
            ruleset.deleteChain(chain);
        } catch (NetException e) {
            throw new KernelException(where.at(), e.errno());
        }
    }

    private void rename(Command command) {
        Target target = command.target();
        if (session.table(target).isEmpty()) {
            throw missing.table(target);
        }
        Chain chain = Modifications.find(session, target).orElseThrow(() -> missing.named(target, "chain"));
        Token name = ((Body.NewName) command.body()).name();
        try {
            ruleset.renameChain(chain, name.text());
        } catch (NetException e) {
            throw new KernelException(command.at(), e.errno());
        }
    }

    void add(Command command) {
        Target target = command.target();
        Optional<Body.ChainBody> body =
                command.body() instanceof Body.ChainBody chainBody ? Optional.of(chainBody) : Optional.empty();
        Table table = session.table(target).orElseThrow(() -> missing.table(target));
        Optional<BaseHook> hook = body.flatMap(Body.ChainBody::hook)
                .map(syntax -> hook(syntax, target.family().orElse(Family.IP)));
        Optional<Chain> existing = table.chain(target.nameText());
        if (existing.isPresent()) {
            change(command, existing.get(), hook, body);
            return;
        }
        hook.ifPresent(base -> checkKernel(command, base, table.family()));
        if (hook.isEmpty() && body.flatMap(Body.ChainBody::policy).isPresent()) {
            throw new KernelException(body.get().policy().orElseThrow().at(), "Operation not supported");
        }
        Chain chain = ruleset.addChain(table, target.nameText(), hook);
        body.ifPresent(one -> {
            chain.setComment(one.comment());
            one.policy().ifPresent(policy -> chain.setPolicy(policy(policy)));
        });
        echo.added(chain);
    }

    private static Verdict policy(Token word) {
        return word.text().equals("drop") ? Verdict.DROP : Verdict.ACCEPT;
    }

    /** Only the policy of a chain that is there may change. */
    private static void change(Command command, Chain chain, Optional<BaseHook> hook, Optional<Body.ChainBody> body) {
        boolean other = hook.isPresent() && !hook.equals(chain.base());
        if (other && chain.base().isPresent()) {
            throw new KernelException(command.at(), "Operation not supported");
        }
        if (other || command.operation().equals("create")) {
            throw new KernelException(command.target().name().orElseThrow().at(), "File exists");
        }
        body.flatMap(Body.ChainBody::policy).ifPresent(policy -> chain.setPolicy(policy(policy)));
    }

    private static BaseHook hook(Body.HookSyntax syntax, Family family) {
        Hook hook = hookNamed(syntax.hook().text());
        if (!fits(hook, family)) {
            throw new NftException(
                    syntax.hook().at(), "The " + family.keyword() + " family does not support this hook");
        }
        int priority = priority(syntax, family, hook);
        boolean wantsDevice = family == Family.NETDEV || hook == Hook.INGRESS || hook == Hook.EGRESS;
        if (wantsDevice && syntax.devices().isEmpty()) {
            throw new NftException(syntax.at(), "Missing `device' in this chain definition");
        }
        if (!wantsDevice && !syntax.devices().isEmpty()) {
            throw new NftException(syntax.devices().get(0).at(), "This chain type cannot be bound to device");
        }
        List<String> devices = syntax.devices().stream().map(Token::text).toList();
        return new BaseHook(typeNamed(syntax.type().text()), hook, priority, devices);
    }

    private static int priority(Body.HookSyntax syntax, Family family, Hook hook) {
        if (syntax.priority().isEmpty()) {
            return (int) syntax.offset();
        }
        int base = Priorities.value(syntax.priority(), family, hook)
                .orElseThrow(() ->
                        new NftException(syntax.priorityAt(), "invalid priority expression value in this context."));
        return base + (int) syntax.offset();
    }

    private static Hook hookNamed(String word) {
        for (Hook hook : Hook.values()) {
            if (hook.keyword().equals(word)) {
                return hook;
            }
        }
        throw new IllegalArgumentException(word);
    }

    private static ChainType typeNamed(String word) {
        for (ChainType type : ChainType.values()) {
            if (type.keyword().equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException(word);
    }

    private static boolean fits(Hook hook, Family family) {
        return switch (family) {
            case INET -> hook != Hook.EGRESS;
            case IP, IP6, BRIDGE -> hook != Hook.INGRESS && hook != Hook.EGRESS;
            case ARP -> hook == Hook.INPUT || hook == Hook.FORWARD || hook == Hook.OUTPUT;
            case NETDEV -> hook == Hook.INGRESS || hook == Hook.EGRESS;
        };
    }

    /** Which types the kernel has for a family, and where they may hang. */
    private void checkKernel(Command command, BaseHook base, Family family) {
        boolean ip = family == Family.IP || family == Family.IP6 || family == Family.INET;
        boolean known = base.type() == ChainType.FILTER || ip;
        if (!known) {
            Body.HookSyntax syntax = ((Body.ChainBody) command.body()).hook().orElseThrow();
            throw missing.suggestingOwn(command.target(), syntax.type().at());
        }
        boolean nat =
                base.type() == ChainType.NAT && (base.hook() == Hook.FORWARD || base.priority() <= NAT_LOWEST_PRIORITY);
        boolean route = base.type() == ChainType.ROUTE && base.hook() != Hook.OUTPUT;
        boolean arp = family == Family.ARP && base.hook() == Hook.FORWARD;
        if (nat || route || arp) {
            throw new KernelException(command.at(), "Operation not supported");
        }
    }
}
