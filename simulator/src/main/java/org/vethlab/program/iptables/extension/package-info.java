/** The extensions of iptables: how each match and target is typed, listed and saved, and what it is in nft's language. */
@NullMarked
package org.vethlab.program.iptables.extension;

import org.jspecify.annotations.NullMarked;
