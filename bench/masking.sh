#!/usr/bin/env bash
# Compares masking with ffmpeg alone: the same file decoded, masked and encoded by bleep, decoded and encoded by ffmpeg.
#   bench/masking.sh [--minutes N] [--rounds N]     defaults: 20 minutes, 3 rounds
# The words are given, so nothing is recognised; bleep's times include its start, detection and all other outputs. Of every pair the
# shortest time counts. A ratio of 1.1 or less is the goal (see docs/benchmarks.md).
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
minutes=20
rounds=3
while (( $# > 0 )); do
  case $1 in
    --minutes) minutes=$2; shift 2 ;;
    --rounds) rounds=$2; shift 2 ;;
    -h | --help) sed -n '2,5s/^# //p' "$0"; exit 0 ;;
    *) echo "masking.sh: unknown argument $1" >&2; exit 2 ;;
  esac
done
if ! [[ $minutes =~ ^[1-9][0-9]*$ && $rounds =~ ^[1-9][0-9]*$ ]]; then
  echo "masking.sh: minutes and rounds are whole numbers from 1" >&2
  exit 2
fi

# Builds where needed; what is measured is the program itself.
"$root/bleep" --version >/dev/null
bleep=$root/artifacts/app/Bleep.Cli
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
cd -- "$work"

ffmpeg() { command ffmpeg -nostdin -v error -y "$@"; }

# The sample call again and again, long enough; its words at their times in each repetition.
make_sources() {
  local seconds=$(( minutes * 60 ))
  ffmpeg -stream_loop -1 -i "$root/samples/call.mp3" -t "$seconds" -ac 2 -ar 16000 narrow.wav
  ffmpeg -stream_loop -1 -i "$root/samples/call.mp3" -t "$seconds" -ac 2 -ar 44100 wide.wav
  ffmpeg -i narrow.wav -b:a 64k call.mp3
  ffmpeg -i narrow.wav -c:a aac -b:a 64k call.m4a
  local length_ms
  length_ms=$(command ffprobe -v error -show_entries format=duration -of csv=p=0 "$root/samples/call.mp3" | awk '{printf "%d", $1 * 1000}')
  tr -d '\n' <"$root/samples/call.transcript.json" |
    grep -oE '"words": *\[[^]]*\]' | grep -oE '\{[^}]*\}' |
    awk -v length_ms="$length_ms" -v end_ms="$(( seconds * 1000 - 200 ))" '
      { match($0, /"text": *"[^"]*"/); text[NR] = substr($0, RSTART, RLENGTH)
        match($0, /"start": *[0-9]+/); start[NR] = substr($0, RSTART, RLENGTH); sub(/.*: */, "", start[NR])
        match($0, /"end": *[0-9]+/); end[NR] = substr($0, RSTART, RLENGTH); sub(/.*: */, "", end[NR]) }
      END {
        printf "{\"words\":["
        for (offset = 0; offset < end_ms; offset += length_ms)
          for (word = 1; word <= NR && end[word] + offset < end_ms; word++)
            printf "%s{%s,\"start\":%d,\"end\":%d}", written++ ? "," : "", text[word], start[word] + offset, end[word] + offset
        printf "]}" }' >words.json
}

# Prints the seconds on the clock and of processor time that a command took.
measure() {
  local TIMEFORMAT='%R %U %S'
  { time "$@" >/dev/null 2>errors.txt; } 2>&1 | awk '{print $1, $2 + $3}'
}

# compare NAME SOURCE FORMAT [OPTION OF FFMPEG'S ENCODER]…
compare() {
  local name=$1 source=$2 format=$3 round
  shift 3
  local extension=$format
  [[ $format != original ]] || extension=${source##*.}
  : >ours.txt
  : >theirs.txt
  for (( round = 0; round < rounds; round++ )); do
    measure "$bleep" redact "$source" --transcript words.json --format "$format" --out out --yes >>ours.txt
    measure ffmpeg -i "$source" "$@" "theirs.$extension" >>theirs.txt
  done
  [[ -s out/$(basename "${source%.*}").redacted.$extension ]] || { cat errors.txt >&2; exit 1; }
  paste ours.txt theirs.txt | awk -v name="$name" '
    NR == 1 || $1 < clock { clock = $1 } NR == 1 || $2 < work { work = $2 }
    NR == 1 || $3 < their_clock { their_clock = $3 } NR == 1 || $4 < their_work { their_work = $4 }
    END { printf "%-24s %8.2f %8.2f %8.2f   %8.2f %8.2f %8.2f\n", name, clock, their_clock, clock / their_clock, work, their_work, work / their_work }'
}

echo "$minutes minutes, the best of $rounds rounds, $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg); seconds" >&2
make_sources
printf '%-24s %8s %8s %8s   %8s %8s %8s\n' "" bleep ffmpeg ratio "bleep" ffmpeg ratio
printf '%-24s %26s   %26s\n' "" "------------------- clock" "--------------- processor"
compare "wav to mp3" narrow.wav mp3
compare "mp3 to mp3" call.mp3 mp3
compare "wav to wav, 16 kHz" narrow.wav wav
compare "wav to wav, 44.1 kHz" wide.wav wav
# The slowest encoder comes last.
compare "m4a to m4a" call.m4a original -b:a 64k
