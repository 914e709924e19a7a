/** The objects of ip: one file each, one row each in the table of Ip. */
@NullMarked
package org.vethlab.program.ip;

import org.jspecify.annotations.NullMarked;
