# Runs a script as an interactive root shell would, in namespaces of its own: $1 the folder, $2 the script, $3 its output.
hostname host
mount -t tmpfs tmpfs /run/netns 2>/dev/null || { mkdir -p /run/netns && mount -t tmpfs tmpfs /run/netns; }
mount -t sysfs sysfs /sys 2>/dev/null
ip link set lo up
for name in ip_forward conf.all.rp_filter conf.default.rp_filter; do sysctl -qw net.ipv4.$name=0; done
# bash has job control only if its standard error is a terminal when it starts.
cd "$1" && setsid -c bash -m "$2" 2>/dev/tty
true
