package org.vethlab.program.nft;

import org.vethlab.net.filter.expression.ConntrackKey;
import org.vethlab.net.filter.expression.FibAnswer;
import org.vethlab.net.filter.expression.HeaderBase;
import org.vethlab.net.filter.expression.MetaKey;

/** The types of what is not in headers. */
final class KeyTypes {
    private KeyTypes() {}

    static DataType of(MetaKey key) {
        return switch (key) {
            case PROTOCOL, BRIDGE_VLAN_PROTOCOL -> DataType.ETHER_TYPE;
            case FAMILY -> DataType.NF_PROTO;
            case TRANSPORT -> DataType.INET_PROTO;
            case PRIORITY -> DataType.CLASSID;
            case MARK -> DataType.MARK;
            case INPUT_INDEX, OUTPUT_INDEX, SLAVE_INDEX -> DataType.IFACE_INDEX;
            case INPUT_NAME, OUTPUT_NAME, BRIDGE_INPUT_NAME, BRIDGE_OUTPUT_NAME, INPUT_KIND, OUTPUT_KIND, SLAVE_NAME ->
                DataType.IFNAME;
            case INPUT_TYPE, OUTPUT_TYPE -> DataType.IFACE_TYPE;
            case SOCKET_USER -> DataType.UID;
            case SOCKET_GROUP -> DataType.GID;
            case ROUTING_CLASS -> DataType.REALM;
            case PACKET_TYPE -> DataType.PKT_TYPE;
            case INPUT_GROUP, OUTPUT_GROUP -> DataType.DEVGROUP;
            case TIME -> DataType.DATE;
            case DAY -> DataType.DAY;
            case HOUR -> DataType.HOUR;
            default -> DataType.INTEGER;
        };
    }

    /** Addresses of a connection have the type of the network protocol, if that is known. */
    static DataType of(ConntrackKey key, ProtocolContext protocols) {
        return switch (key) {
            case STATE -> DataType.CT_STATE;
            case DIRECTION -> DataType.CT_DIR;
            case STATUS -> DataType.CT_STATUS;
            case MARK -> DataType.MARK;
            case EXPIRATION -> DataType.TIME;
            case HELPER -> DataType.STRING;
            case L3_PROTOCOL -> DataType.NF_PROTO;
            case PROTOCOL -> DataType.INET_PROTO;
            case SOURCE, DESTINATION ->
                protocols.at(HeaderBase.NETWORK).equals(java.util.Optional.of(Protocol.IP6))
                        ? DataType.IPV6_ADDR
                        : DataType.IPV4_ADDR;
            case SOURCE_IPV4, DESTINATION_IPV4 -> DataType.IPV4_ADDR;
            case SOURCE_IPV6, DESTINATION_IPV6 -> DataType.IPV6_ADDR;
            case SOURCE_PORT, DESTINATION_PORT -> DataType.INET_SERVICE;
            case LABEL -> DataType.CT_LABEL;
            case EVENT -> DataType.CT_EVENT;
            default -> DataType.INTEGER;
        };
    }

    static DataType of(FibAnswer answer) {
        return switch (answer) {
            case DEVICE_INDEX -> DataType.IFACE_INDEX;
            case DEVICE_NAME -> DataType.IFNAME;
            case ADDRESS_TYPE -> DataType.FIB_ADDRTYPE;
        };
    }
}
