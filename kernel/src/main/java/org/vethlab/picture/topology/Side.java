package org.vethlab.picture.topology;

/** An edge of a box. */
enum Side {
    LEFT,
    RIGHT
}
