package org.vethlab.net.filter.expression;

import java.util.Optional;
import org.vethlab.net.filter.Statement;

/**
 * A counter, quota or limit with a name, for many rules (struct nft_object).
 *
 * @param kind {@code counter}, {@code quota}, {@code limit}
 */
public record StatefulObject(String kind, String name, long handle, Statement state, Optional<String> comment) {}
