package org.vethlab.row;

import java.util.List;

/** A device and its addresses, as {@code ip -d -j addr} lists them. */
public record DeviceRow(LinkRow link, List<AddressRow> addresses) {
    static DeviceRow of(JsonRow row) {
        return new DeviceRow(LinkRow.of(row), AddressRow.of(row));
    }
}
