package org.vethlab.net.sched;

import java.util.Optional;

/** RTM_NEWTCLASS or RTM_DELTCLASS: {@code id} and {@code parent} may lack a major number, or be none. */
public record ClassRequest(Handle parent, Handle id, Optional<ClassOptions> options) {}
