# Set up by the root shell of a live lab, an interactive bash in namespaces of its own, before its first prompt.
# VETHLAB_PIPES is the folder of its pipes. A cell is run by the line ". VETHLAB_PIPES/cell"; each prompt ends one.
hostname host
mkdir -p /run/netns && mount -t tmpfs tmpfs /run/netns
mount -t sysfs sysfs /sys
ip link set lo up
for name in ip_forward conf.all.rp_filter conf.default.rp_filter; do sysctl -qw net.ipv4.$name=0; done
unset name
exec 48>"$VETHLAB_PIPES/status" 45>"$VETHLAB_PIPES/out" 46>"$VETHLAB_PIPES/err"
export -n VETHLAB_PIPES
export HOSTNAME=host

# What is written into the folder where the shell starts stays in the lab.
mount -t tmpfs tmpfs /mnt && mkdir /mnt/upper /mnt/work &&
    mount -t overlay -o "lowerdir=$PWD,upperdir=/mnt/upper,workdir=/mnt/work" overlay "$PWD" && cd "$PWD" ||
    cd "$(mktemp -d)"

set +H +o history
vethlab_run() { # FILE ARGUMENT…
    local vethlab_cell=$1
    shift
    eval "$(<"$vethlab_cell")"
}
vethlab_end() {
    printf '\0' >&45
    printf '\0' >&46
    echo "$1" >&48
}
PS1=
PROMPT_COMMAND='vethlab_end $?'
