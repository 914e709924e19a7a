package org.vethlab.shell.option;

import java.util.Locale;
import java.util.Optional;

/** The options of {@code shopt}, in its order, and whether a script starts with them on. */
public enum ShoptOption {
    AUTOCD(false),
    ASSOC_EXPAND_ONCE(false),
    CDABLE_VARS(false),
    CDSPELL(false),
    CHECKHASH(false),
    CHECKJOBS(false),
    CHECKWINSIZE(true),
    CMDHIST(true),
    COMPAT31(false),
    COMPAT32(false),
    COMPAT40(false),
    COMPAT41(false),
    COMPAT42(false),
    COMPAT43(false),
    COMPAT44(false),
    COMPLETE_FULLQUOTE(true),
    DIREXPAND(false),
    DIRSPELL(false),
    DOTGLOB(false),
    EXECFAIL(false),
    EXPAND_ALIASES(false),
    EXTDEBUG(false),
    EXTGLOB(false),
    EXTQUOTE(true),
    FAILGLOB(false),
    FORCE_FIGNORE(true),
    GLOBASCIIRANGES(true),
    GLOBSKIPDOTS(true),
    GLOBSTAR(false),
    GNU_ERRFMT(false),
    HISTAPPEND(false),
    HISTREEDIT(false),
    HISTVERIFY(false),
    HOSTCOMPLETE(true),
    HUPONEXIT(false),
    INHERIT_ERREXIT(false),
    INTERACTIVE_COMMENTS(true),
    LASTPIPE(false),
    LITHIST(false),
    LOCALVAR_INHERIT(false),
    LOCALVAR_UNSET(false),
    LOGIN_SHELL(false),
    MAILWARN(false),
    NO_EMPTY_CMD_COMPLETION(false),
    NOCASEGLOB(false),
    NOCASEMATCH(false),
    NOEXPAND_TRANSLATION(false),
    NULLGLOB(false),
    PATSUB_REPLACEMENT(true),
    PROGCOMP(true),
    PROGCOMP_ALIAS(false),
    PROMPTVARS(true),
    RESTRICTED_SHELL(false),
    SHIFT_VERBOSE(false),
    SOURCEPATH(true),
    VARREDIR_CLOSE(false),
    XPG_ECHO(false);

    private final boolean standard;
    private final String text;

    ShoptOption(boolean standard) {
        this.standard = standard;
        this.text = name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is on when a shell starts. */
    public boolean standard() {
        return standard;
    }

    public String text() {
        return text;
    }

    public static Optional<ShoptOption> of(String text) {
        for (ShoptOption option : values()) {
            if (option.text.equals(text)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }
}
