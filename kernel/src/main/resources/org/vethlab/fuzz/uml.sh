#!/bin/bash
# The init process of a User Mode Linux: runs the script in @WORK@ and switches itself off.
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb LC_ALL=C.UTF-8
mount -t proc proc /proc; mount -t sysfs sysfs /sys; mount -t tmpfs tmpfs /run; mkdir -p /run/netns /run/work
mount -t devtmpfs dev /dev 2>/dev/null; mkdir -p /dev/pts
mount -t devpts devpts /dev/pts -o ptmxmode=666; ln -sf pts/ptmx /dev/ptmx
cp "@WORK@"/* /run/work/; mount -t tmpfs tmpfs /tmp; mount -t tmpfs tmpfs /var/tmp; ln -s /proc/self/fd /dev/fd 2>/dev/null
for m in veth bridge 8021q dummy bonding vrf macvlan ipvlan vxlan sch_netem sch_tbf; do modprobe -q $m; done
echo 0 > /proc/sys/kernel/printk
script -qec "setsid -c unshare --net --uts --ipc --pid --fork --kill-child --mount-proc \
    bash /run/work/sandbox.sh /run/work /run/work/case.sh | cat" /dev/null
echo o > /proc/sysrq-trigger; poweroff -f
