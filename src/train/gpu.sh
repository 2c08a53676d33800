#!/bin/bash
# A whole training on a lent GPU, from the shipped weights. $OUT is the folder that comes back from there.
#   src/train/gpu.sh pack               here: .gpu/data.tar.xz in the repository's root (kept from git; name .gpu to be carried)
#   src/train/gpu.sh run MINUTES        there: trains so many minutes, leaves pieces under 16 MiB in $OUT
#   src/train/gpu.sh join FOLDER RESUME here: makes the pieces in FOLDER the checkpoint of the training RESUME
# Tried without a GPU: DEVICE=cpu TOKENS=1600 WORKERS=1 MEASURE=0 OUT=/tmp/out src/train/gpu.sh run 1
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
python=${PYTHON:-python3}
case "$1" in
pack)
    exclude=$(git -C "$root" rev-parse --path-format=absolute --git-path info/exclude)
    mkdir -p "$(dirname "$exclude")"
    grep -sqx "/.gpu/" "$exclude" || echo "/.gpu/" >> "$exclude"
    rm -rf "$root/.gpu"
    mkdir "$root/.gpu"
    "$python" "$here/pack.py" pack --out "$root/.gpu"
    du -m "$root/.gpu/data.tar.xz"
    ;;
run)
    "$python" "$here/pack.py" unpack --out "$root/.gpu"
    "$python" "$here/train.py" --resume "$root/.gpu/run" --data "$root/.gpu/data" --minutes "$2" \
        --device "${DEVICE:-cuda}" --tokens "${TOKENS:-16000}" --rate "${RATE:-1e-4}" --workers "${WORKERS:-14}" \
        --average "${AVERAGE:-0.998}" --measure-minutes "${MEASURE:-2}"
    "$python" "$here/pack.py" split --resume "$root/.gpu/run" --out "$OUT"
    ;;
join)
    "$python" "$here/pack.py" join --out "$2" --resume "$3"
    ;;
esac
