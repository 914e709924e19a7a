package org.vethlab.picture;

/** Something that can be shown as a picture, when it ends a Java cell for instance. */
public interface Drawable {
    Picture draw();
}
