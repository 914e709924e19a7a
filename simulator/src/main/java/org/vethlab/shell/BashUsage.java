package org.vethlab.shell;

/** What bash prints when it is called with an option that there is none of. */
final class BashUsage {
    static final String TEXT = """
            Usage:\tbash [GNU long option] [option] ...
            \tbash [GNU long option] [option] script-file ...
            GNU long options:
            \t--debug
            \t--debugger
            \t--dump-po-strings
            \t--dump-strings
            \t--help
            \t--init-file
            \t--login
            \t--noediting
            \t--noprofile
            \t--norc
            \t--posix
            \t--pretty-print
            \t--rcfile
            \t--restricted
            \t--verbose
            \t--version
            Shell options:
            \t-ilrsD or -c command or -O shopt_option\t\t(invocation only)
            \t-abefhkmnptuvxBCEHPT or -o option""";

    private BashUsage() {}
}
