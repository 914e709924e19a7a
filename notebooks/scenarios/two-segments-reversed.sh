# The two segments, with veth2R configured before veth1R: now S2 is preferred.
SECOND_FIRST=yes
. "$(dirname "${BASH_SOURCE[0]}")/two-segments.sh"
