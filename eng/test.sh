#!/usr/bin/env bash
# Restores, builds and tests everything, from an empty machine: the browser tests need Chromium and fonts, which are installed
# when they are missing. The last line is always "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.." || exit 2

configuration=Debug
results=artifacts/test-results

. eng/browser.sh

# Adds up the counters that each test project wrote.
sum_of() {
  grep -rhoE --include='*.trx' '<Counters [^>]*>' "$results" 2>/dev/null | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ n += $1 } END { print n + 0 }'
}

# Tests bring their own models and data folders. One that forgets must reach neither an account that somebody pays for nor somebody's stories.
unset OPENAI_API_KEY OPENAI_BASE_URL OPENAI_API_BASE
stray=$(mktemp -d)
trap 'rm -rf "$stray"' EXIT

# Code that is compiled again for speed while it is watched costs a run of a few minutes more than it saves.
export DOTNET_TieredPGO=0

rm -rf "$results" artifacts/counts
mkdir -p "$results"
code=0
[ -n "${CHROMIUM_PATH:-}" ] || install_browser || code=1
if [ $code = 0 ]; then
  # One compiler for all projects: its analyzers are made ready once.
  dotnet build RecurrentGpt.Web.sln --configuration "$configuration" -p:UseSharedCompilation=true || code=$?
  dotnet build-server shutdown --vbcscompiler >/dev/null
fi
if [ $code = 0 ]; then
  # One project at a time: the browser tests have time limits, and must not share the processor with the others.
  # A test that waits for ever is ended and named instead of holding everything up.
  XDG_DATA_HOME=$stray dotnet test RecurrentGpt.Web.sln --configuration "$configuration" --no-build -maxcpucount:1 --logger trx --results-directory "$results" \
    --blame-hang-timeout 3min --blame-hang-dump-type none | tee "$results/tests.txt"
  [ "${PIPESTATUS[0]}" = 0 ] || code=1
  # Some benchmarks take the desk and its peer as people get them.
  rm -rf artifacts/programs
  for project in src/RecurrentGpt.Web tests/RecurrentGpt.EmptyApp; do
    dotnet publish "$project" --configuration "$configuration" --no-build --output "artifacts/programs/${project#*/}" -p:UseAppHost=false --verbosity quiet || code=1
  done
  # Every benchmark that can run here is run a few times, to see that it is not broken; its figures say nothing, so that it may run beside the trials. eng/bench.sh measures.
  XDG_DATA_HOME=$stray dotnet exec "tests/RecurrentGpt.Benchmarks/bin/$configuration/net10.0/RecurrentGpt.Benchmarks.dll" all --short >"$results/benchmarks.txt" 2>&1 &
  benchmarks=$!
  # What must survive is broken on purpose, in the short form; tests/RecurrentGpt.Faults/README.md tells of the long one.
  XDG_DATA_HOME=$stray dotnet exec "tests/RecurrentGpt.Faults/bin/$configuration/net10.0/RecurrentGpt.Faults.dll" all --short | tee "$results/faults.txt"
  [ "${PIPESTATUS[0]}" = 0 ] || code=1
  wait "$benchmarks" || code=1
  cat "$results/benchmarks.txt"
fi

cat artifacts/counts/*.txt 2>/dev/null
# What failed is many thousand lines above by now.
awk '/^  Failed / { lines = 12 } lines-- > 0' "$results/tests.txt" 2>/dev/null
grep MISSED "$results/faults.txt" 2>/dev/null
read -r met missed < <(sed -n 's/^\([0-9]*\) trials met, \([0-9]*\) missed.*$/\1 \2/p' "$results/faults.txt" 2>/dev/null || true)
echo "$(($(sum_of passed) + ${met:-0})) passed, $(($(sum_of failed) + ${missed:-0})) failed"
exit $code
