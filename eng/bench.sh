#!/usr/bin/env bash
# Runs benchmarks in their whole form, beside their peers: all of them, writing docs/performance.md, or the ones that are named. What they need and is missing is
# installed: Chromium's headless shell from Debian, and the vector libraries from npm into artifacts/. With --short it only looks for breakage, and writes nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

. eng/browser.sh
[ -n "${CHROMIUM_PATH:-}" ] || install_browser

# Without the analyzers, which eng/test.sh has: they take longer than all the rest of it.
publish() {
  dotnet publish "$1" --configuration Release --output "$2" -p:RunAnalyzers=false -p:UseSharedCompilation=false --verbosity quiet "${@:3}"
}

out=artifacts/bench
publish tests/RecurrentGpt.Benchmarks "$out"
# The desk and its peer as people get them: alike, as the Dockerfile makes the desk, and with nothing left of what eng/test.sh puts there.
rm -rf artifacts/programs
for project in src/RecurrentGpt.Web tests/RecurrentGpt.EmptyApp; do
  publish "$project" "artifacts/programs/${project#*/}" --use-current-runtime -p:UseAppHost=false
done

run=(dotnet exec "$out/RecurrentGpt.Benchmarks.dll")
case "${1:-}" in
  '') exec "${run[@]}" all --out docs/performance.md ;;
  --short) exec "${run[@]}" all --short ;;
  *) exec "${run[@]}" "$@" ;;
esac
