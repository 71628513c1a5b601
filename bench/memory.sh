#!/usr/bin/env bash
# Peak memory of redacting recordings of several lengths, all processes together.
#
#   bench/memory.sh [MINUTES]...      default: 20 60
#
# The recordings are stereo, at 16 kHz: the sample call in one channel, the same call half a minute later in the other, then silence,
# SPEECH_EVERY minutes (default 10) from one call to the next. What is counted is the proportional set size (PSS) of the command and
# everything it started, looked at twice a second; the peak of the sum is printed, and the peak of each kind of process. Linux only.
# BLEEP names another command than ./bleep; KEEP=1 keeps the recordings in the folder that is printed.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
bleep=${BLEEP:-$root/bleep}
every=${SPEECH_EVERY:-10}
folder=$(mktemp -d)
[[ ${KEEP:-} ]] && echo "recordings in $folder" || trap 'rm -rf -- "$folder"' EXIT

make_recording() { # minutes, file
  ffmpeg -nostdin -v error -y -i "$root/samples/call.mp3" -filter_complex \
    "[0:a]aresample=16000,aformat=channel_layouts=mono,asplit[l][r];[r]adelay=30000[d];[l]apad[p];[p][d]amerge=inputs=2,apad,atrim=0:$((every * 60)),aloop=-1:$((every * 60 * 16000)),atrim=0:$(($1 * 60))[o]" \
    -map '[o]' -c:a pcm_s16le "$2"
}

# PSS in kB and name of every process below one, itself included.
list_pss() { # pid
  local pending=("$1") pid child
  while ((${#pending[@]})); do
    pid=${pending[0]}
    pending=("${pending[@]:1}")
    for child in $(cat /proc/"$pid"/task/*/children 2>/dev/null); do pending+=("$child"); done
    # A process may be gone by the time it is looked at.
    awk -v args="$(cat /proc/"$pid"/cmdline 2>/dev/null | tr '\0' ' ')" '
      /^Pss:/ { pss = $2 }
      END { split(args, part, " "); name = part[1]; sub(/.*\//, "", name); if (part[2] == "engine-host") name = name " engine-host"
            if (pss) print pss, name }' /proc/"$pid"/smaps_rollup 2>/dev/null || true
  done
}

watch() { # pid, file for the samples
  while kill -0 "$1" 2>/dev/null; do
    list_pss "$1" | awk '{ total += $1; kinds[substr($0, index($0, " ") + 1)] += $1 }
      END { print "all", total; for (kind in kinds) print kind "\t" kinds[kind] }' >>"$2"
    sleep 0.5
  done
}

(($#)) || set -- 20 60
for length in "$@"; do
  make_recording "$length" "$folder/$length.wav"
  "$bleep" redact "$folder/$length.wav" --format wav --out "$folder/out$length" --yes >"$folder/$length.log" 2>&1 &
  job=$!
  watch "$job" "$folder/$length.pss"
  wait "$job"
  echo "$length minutes: $(awk '$1 == "all" && $2 > peak { peak = $2 } END { printf "%.0f MB", peak / 1024 }' "$folder/$length.pss")" \
    "($(awk -F '\t' 'NF == 2 && $2 > peak[$1] { peak[$1] = $2 } END { for (kind in peak) printf "%s%s %.0f MB", n++ ? ", " : "", kind, peak[kind] / 1024 }' "$folder/$length.pss"))"
done
