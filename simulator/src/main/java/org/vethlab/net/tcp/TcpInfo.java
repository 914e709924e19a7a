package org.vethlab.net.tcp;

/** How a connection is doing (struct tcp_info); times in nanoseconds. */
public record TcpInfo(
        boolean timestamps,
        boolean sack,
        boolean scaled,
        int sendScale,
        int receiveScale,
        long retransmissionTimeout,
        long roundTrip,
        long roundTripDeviation,
        int segmentSize,
        int pathMtu,
        int advertisedSegment,
        int congestionWindow,
        long bytesSent,
        long bytesAcknowledged,
        long bytesReceived) {
    static TcpInfo of(TcpConnection connection) {
        Transmitter out = connection.out();
        return new TcpInfo(
                connection.segments().hasTimestamps(),
                connection.segments().hasSack(),
                connection.segments().isScaled(),
                out.peerScale(),
                connection.in().scale(),
                out.waitTime(),
                out.roundTrip().smoothed(),
                out.roundTrip().deviation(),
                connection.segmentSize(),
                connection.segments().pathMtu(),
                connection.segments().windowUnit(),
                out.congestion().segments(),
                out.bytesSent(),
                out.bytesAcknowledged(),
                connection.in().bytesReceived());
    }
}
