#!/bin/sh
# Starts the server several times on an index that is up to date and prints, for each start: milliseconds until it is ready and
# until the first answer has come, and the resident memory after forty questions. Usage: src/bench/start.sh [STARTS]
set -eu
cd "$(dirname "$0")/../.."
port=7199
now() { date +%s%3N; }
stop() { kill "$1" 2>/dev/null && wait "$1" 2>/dev/null || true; }

./ibid index --data target/start >/dev/null   # builds where needed, embeds what is new
start=0
while [ "$start" -lt "${1:-5}" ]; do
  began=$(now)
  ./ibid serve --data target/start --port $port >/dev/null &
  server=$!
  trap 'stop $server' EXIT
  until curl -sf -o /dev/null "localhost:$port/readyz"; do sleep 0.02; done
  ready=$(($(now) - began))
  asked=$(now)
  question=0
  cut -f 5 eval/topics.tsv | sed -n '2,41p' | while read -r text; do
    printf '{"question": "%s"}' "$(printf %s "$text" | tr -d '"\\')" | curl -s -o /dev/null --json @- "localhost:$port/api/v1/answers"
    [ $question -gt 0 ] || echo $(($(now) - asked)) > target/first-answer
    question=$((question + 1))
  done
  memory=$(awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$server/status")
  echo "ready ${ready} ms, first answer $(cat target/first-answer) ms later, resident ${memory} MB"
  stop $server
  start=$((start + 1))
done
