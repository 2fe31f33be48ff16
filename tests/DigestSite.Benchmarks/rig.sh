#!/usr/bin/env bash
# rig.sh RIG PAPERS [options of rig.py run]: builds a corpus with the generators of a rig and with this program, in turn, and prints
# the rig's tables; the rows called "digest" are ours. RIG is the folder of rig.py. What is ours is laid out in obj/rig/.
# With TAGS=1, each theme of the rig is a tag too: about as many pages as the peers make, and many more feeds.
#   rig.sh ../rig 10000 --peers hugo,eleventy --runs 5 --verify --incremental --limits
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rig=$(cd "${1:?rig.sh RIG PAPERS [options of rig.py run]}" && pwd)
papers=${2:?rig.sh RIG PAPERS [options of rig.py run]}
shift 2
root=$(cd "$here/../.." && pwd)
work=$here/obj/rig
digest=$work/program/digest
content=$work/content-$papers

# The corpus is made of the sentences of real dumps; ours serve where the rig is given none.
export RIG_SEEDS=${RIG_SEEDS:-$root/content/dumps}
corpus=${RIG_HOME:-$HOME/.cache/digest-rig}/work/corpus/$papers

case $(uname -s)-$(uname -m) in
  Darwin-arm64) platform=osx-arm64 ;;
  Darwin-*) platform=osx-x64 ;;
  *-aarch64) platform=linux-arm64 ;;
  *) platform=linux-x64 ;;
esac
dotnet publish "$root/src/DigestSite.Cli" -c Release -r "$platform" -o "$work/program" -v quiet --nologo
"$rig/rig.py" prep "$papers" "$@"
dotnet run -c Release --project "$here" -- rig "$corpus" "$content" ${TAGS:+tags}
site=(--content "$content" --templates "$root/templates")
"$digest" record "${site[@]}" --quiet

# The content folder links to the corpus's dumps, so the rig's change of one is seen. Our rebuild is our build: there is no other.
build="'$digest' build --content '$content' --templates '$root/templates' --output {out}"
"$rig/rig.py" run "$papers" "$@" --ours "$build" --ours-again "$build" --ours-name digest

# One more build by itself: where the time of the row "digest" goes, pass by pass.
out=$(mktemp -d "$([ -w /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")/digest-rig.XXXXXX")
trap 'rm -rf "$out"' EXIT
echo "digest, of $papers papers${TAGS:+ with tags}, with search index, pictures, feeds, API, related papers and the proof of every link:"
"$digest" build "${site[@]}" --output "$out/site" --timings 2>"$out/warnings" || { cat "$out/warnings"; exit 1; }
dotnet run -c Release --no-build --project "$here" -- rig-check "$corpus" "$out/site"
