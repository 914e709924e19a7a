/** The {@code nft} of nftables 1.0.6: its language, its messages, its way of printing what the kernel holds. */
@NullMarked
package org.vethlab.program.nft;

import org.jspecify.annotations.NullMarked;
