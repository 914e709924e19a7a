package org.vethlab.picture.topology;

/** Where a cable is plugged in: a device of a box. @param box its key */
record Port(String box, String device) {
    /** The namespace that the box is, or is in. */
    String namespace() {
        int slash = box.indexOf('/');
        return slash < 0 ? box : box.substring(0, slash);
    }

    DeviceName deviceName() {
        return new DeviceName(namespace(), device);
    }
}
