#!/usr/bin/env bash
# Restores, builds and tests everything, from an empty machine: the browser tests need Chromium and fonts, which are installed
# when they are missing. The last line is always "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.." || exit 2

configuration=Debug
results=artifacts/test-results

install_browser() {
  local missing=()
  command -v chromium-headless-shell >/dev/null || missing+=(chromium-headless-shell)
  # Pictures and measures of the pages depend on the fonts: a Latin serif and sans, and Chinese.
  fc-list 2>/dev/null | grep -q 'Noto Serif' || missing+=(fonts-noto-core)
  fc-list 2>/dev/null | grep -q 'Noto Sans CJK' || missing+=(fonts-noto-cjk)
  [ ${#missing[@]} = 0 ] && return

  local root=()
  if [ "$(id -u)" != 0 ]; then
    root=(sudo)
  fi
  if ! command -v apt-get >/dev/null || { [ ${#root[@]} != 0 ] && ! command -v sudo >/dev/null; }; then
    echo "The browser tests need ${missing[*]}, and this script can install them only with apt-get, as root or by sudo." >&2
    echo "Install Chromium as /usr/bin/chromium, or name its path in CHROMIUM_PATH." >&2
    return 1
  fi
  echo "Installing ${missing[*]} ..."
  "${root[@]}" apt-get update -qq || return
  # Some distributions have the browser whole only; it is slower, and finds the same.
  apt-cache show chromium-headless-shell >/dev/null 2>&1 || missing=("${missing[@]/#chromium-headless-shell/chromium}")
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Adds up the counters that each test project wrote.
sum_of() {
  grep -rhoE --include='*.trx' '<Counters [^>]*>' "$results" 2>/dev/null | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ n += $1 } END { print n + 0 }'
}

# Tests bring their own models and data folders. One that forgets must reach neither an account that somebody pays for nor somebody's stories.
unset OPENAI_API_KEY OPENAI_BASE_URL OPENAI_API_BASE
stray=$(mktemp -d)
trap 'rm -rf "$stray"' EXIT

rm -rf "$results"
code=0
[ -n "${CHROMIUM_PATH:-}" ] || install_browser || code=1
if [ $code = 0 ]; then
  dotnet build RecurrentGpt.Web.sln --configuration "$configuration" || code=$?
fi
if [ $code = 0 ]; then
  # One project at a time: the browser tests have time limits, and must not share the processor with the others.
  # A test that waits for ever is ended and named instead of holding everything up.
  # Code that is compiled again for speed while it is watched costs a run of a few minutes more than it saves.
  DOTNET_TieredPGO=0 XDG_DATA_HOME=$stray dotnet test RecurrentGpt.Web.sln --configuration "$configuration" --no-build -maxcpucount:1 --logger trx --results-directory "$results" \
    --blame-hang-timeout 3min --blame-hang-dump-type none || code=$?
fi

echo "$(sum_of passed) passed, $(sum_of failed) failed"
exit $code
