/** Network devices and what makes, moves and deletes them (rtnetlink's RTM_*LINK). */
@NullMarked
package org.vethlab.net.link;

import org.jspecify.annotations.NullMarked;
