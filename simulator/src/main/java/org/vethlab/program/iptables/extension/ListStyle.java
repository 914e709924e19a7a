package org.vethlab.program.iptables.extension;

import org.vethlab.program.iptables.Names;

/** How a list is to be printed: with numbers ({@code -n}) or names. */
public record ListStyle(boolean numeric, Names names) {}
