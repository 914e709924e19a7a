# Two Ethernet segments, one IP subnet, one namespace between them.
#
#      segment S1                                  segment S2
#   netns11 192.168.5.1  ─┐                    ┌─ netns21 192.168.5.2
#                         br1 ─── netnsR ─── br2
#   netns12 192.168.5.11 ─┘   .100      .200   └─ netns22 192.168.5.22
#
# Each namespace is unnamed: it lives as long as its shell does. Its pid is in pid_NAME, its host name is NAME.
# SECOND_FIRST=yes configures veth2R before veth1R.

new() { # NAME: a network and host-name namespace
    unshare --net --uts /bin/bash &
    export "pid_$1=$!"
    until [ "$(readlink /proc/$!/ns/uts)" != "$(readlink /proc/$$/ns/uts)" ]; do sleep 0.05; done
    nsenter -t $! -u hostname "$1"
}

within() { # NAME COMMAND…: runs a command in a namespace
    local pid=pid_$1
    shift
    nsenter -t "${!pid}" -u -n "$@"
}

address() { # NAME DEVICE ADDRESS: gives a device an address and takes it up
    within "$1" ip addr add "$3/24" brd 192.168.5.255 dev "$2"
    within "$1" ip link set "$2" up
}

switch() { # NAME BRIDGE PORT…: takes up a bridge and its ports
    local name=$1 bridge=$2 port
    shift 2
    within "$name" ip link set lo up
    within "$name" brctl addbr "$bridge"
    within "$name" ip link set "$bridge" up
    for port; do
        within "$name" ip link set "$port" up
        within "$name" brctl addif "$bridge" "$port"
    done
}

for name in netnsB1 netns11 netns12 netnsB2 netns21 netns22 netnsR; do new "$name"; done

# The cables: one end in a host, the other in the namespace of the segment's bridge.
ip link add veth11 netns "$pid_netns11" type veth peer name veth11B netns "$pid_netnsB1"
ip link add veth12 netns "$pid_netns12" type veth peer name veth12B netns "$pid_netnsB1"
ip link add veth21 netns "$pid_netns21" type veth peer name veth21B netns "$pid_netnsB2"
ip link add veth22 netns "$pid_netns22" type veth peer name veth22B netns "$pid_netnsB2"
ip link add veth1R netns "$pid_netnsR" type veth peer name veth1RB netns "$pid_netnsB1"
ip link add veth2R netns "$pid_netnsR" type veth peer name veth2RB netns "$pid_netnsB2"

address netns11 veth11 192.168.5.1
address netns12 veth12 192.168.5.11
address netns21 veth21 192.168.5.2
address netns22 veth22 192.168.5.22
if [ "${SECOND_FIRST:-no}" = yes ]; then
    address netnsR veth2R 192.168.5.200
    address netnsR veth1R 192.168.5.100
else
    address netnsR veth1R 192.168.5.100
    address netnsR veth2R 192.168.5.200
fi
for name in netns11 netns12 netns21 netns22 netnsR; do within "$name" ip link set lo up; done

switch netnsB1 br1 veth11B veth12B veth1RB
switch netnsB2 br2 veth21B veth22B veth2RB
sleep 3 # until IPv6 has checked its link-local addresses
