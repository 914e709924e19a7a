# The two segments, and in netnsR one route for each host instead of two for the same subnet.
. "$(dirname "${BASH_SOURCE[0]}")/two-segments.sh"
within netnsR ip route del 192.168.5.0/24 dev veth1R
within netnsR ip route del 192.168.5.0/24 dev veth2R
within netnsR ip route add 192.168.5.1 via 192.168.5.100 dev veth1R
within netnsR ip route add 192.168.5.11 via 192.168.5.100 dev veth1R
within netnsR ip route add 192.168.5.2 via 192.168.5.200 dev veth2R
within netnsR ip route add 192.168.5.22 via 192.168.5.200 dev veth2R
