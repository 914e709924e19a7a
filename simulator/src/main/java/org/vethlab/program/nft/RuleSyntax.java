package org.vethlab.program.nft;

import java.util.List;
import java.util.Optional;

/** A rule as typed. */
record RuleSyntax(Location at, List<StatementSyntax> statements, Optional<String> comment) {}
