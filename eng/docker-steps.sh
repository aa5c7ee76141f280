#!/usr/bin/env bash
# Runs the Dockerfile's steps without Docker, each stage in an empty folder that stands for its root, and then checks what a container would be
# asked for: the pages and their headers, the health check, that nobody comes in unasked, and that /data alone is written to. It reads the Dockerfile itself, so the two cannot drift apart.
# Left out, because they change the machine and not the app: apt-get, users and owners. The packages come from this machine's own sources.
set -euo pipefail
cd "$(dirname "$0")/.."

repository=$PWD
work=$(mktemp -d)
port=${1:-5087}
server=

cleanup() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# The build context: what git would hand out, less what .dockerignore names.
make_context() {
  # .dockerignore counts from the root, .gitignore from anywhere: a leading slash says the same to git.
  sed -E '/^(#|$|\*\*\/)/!s|^|/|' .dockerignore >"$work/ignored"
  git ls-files --cached --others --exclude-standard | sort >"$work/all"
  { git ls-files --cached --ignored --exclude-from="$work/ignored"; git ls-files --others --ignored --exclude-from="$work/ignored"; } | sort -u >"$work/left-out"
  mkdir "$work/context"
  comm -23 "$work/all" "$work/left-out" | while read -r file; do [ ! -e "$file" ] || echo "$file"; done | tar -cf - -T - | tar -xf - -C "$work/context"
}

# An absolute path of an image is a path below the stage's folder; a relative one is below its working folder.
in_stage() {
  case $1 in
    /*) echo "$stage$1" ;;
    *) echo "$stage$folder/$1" ;;
  esac
}

copy() {
  local from=$work/context
  if [[ $1 == --from=* ]]; then
    from=$work/${1#--from=}
    shift
  fi
  local target
  target=$(in_stage "${!#}")
  mkdir -p "$target"
  local source
  for source in "${@:1:$#-1}"; do
    # A folder is copied by its content, as Docker does.
    if [ -d "$from/$source" ]; then cp -R "$from/$source/." "$target"; else cp "$from/$source" "$target"; fi
  done
}

run() {
  case $1 in
    *apt-get*) echo "    left out: it changes the machine" ;;
    mkdir*) mkdir -p "$stage/data" ;;
    *) (cd "$stage$folder" && eval "${1//--output \//--output $stage/}") ;;
  esac
}

step() {
  local word=${1%% *} rest=${1#* }
  echo "--> $1"
  case $word in
    FROM) stage=$work/${rest##* } folder='' && mkdir -p "$stage" ;;
    WORKDIR) folder=$rest && mkdir -p "$stage$folder" ;;
    COPY) eval "copy $rest" ;;
    RUN) run "$rest" ;;
    ENV) environment=$rest ;;
    HEALTHCHECK) health=$(command_of "$rest") ;;
    ENTRYPOINT) entry=$(command_of "$rest") ;;
    EXPOSE | VOLUME | USER) ;;
    *) fail "eng/docker-steps.sh does not know the instruction $word" ;;
  esac
}

# ["dotnet", "App.dll"] as words of the shell.
command_of() { sed -E 's/.*\[(.*)\]/\1/; s/"//g; s/,//g' <<<"$1"; }

# What every answer carries, whatever it is.
headers=(
  "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
  'x-content-type-options: nosniff'
  'x-frame-options: DENY'
  'referrer-policy: same-origin'
  'cross-origin-opener-policy: same-origin'
  'cross-origin-resource-policy: same-origin'
)

# A path, the status that it must have, and what it must say.
fetch() {
  local status
  status=$(curl --silent --show-error --max-time 10 --output "$work/answer" --dump-header "$work/headers" --write-out '%{http_code}' "http://127.0.0.1:$port$1") || fail "$1 is not served"
  [ "$status" = "$2" ] || fail "$1 answers $status, not $2"
  grep -q -- "$3" "$work/answer" || fail "$1 does not say $3"
  # A page holds one script itself, the map of its modules, which is named by its hash.
  tr -d '\r' <"$work/headers" | sed -E "s/^[^:]*:/\L&/; s/(script-src 'self') 'sha256-[^']*'/\1/" >"$work/lines"
  local header
  for header in "${headers[@]}"; do grep -qxF -- "$header" "$work/lines" || fail "$1 lacks the header $header"; done
  ! grep -q '^server:' "$work/lines" || fail "$1 names its server"
  echo "served: $1 ($status, $(wc -c <"$work/answer") bytes)"
}

# Starts what the image would start, with its environment and more.
serve() {
  (cd "$stage$folder" && exec env -u OPENAI_API_KEY HOME="$work/nobody" ${environment} "$@" "${entry[@]}") >"$work/log" 2>&1 &
  server=$!
  for _ in $(seq 60); do
    (cd "$stage$folder" && env ${environment} "${health[@]}" 2>/dev/null) && break
    kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; fail "the program ended"; }
    sleep 0.5
  done
  (cd "$stage$folder" && env ${environment} "${health[@]}") || { cat "$work/log" >&2; fail "the health check fails"; }
  echo "healthy"
}

stop() {
  kill -TERM "$server"
  wait "$server" || true
  server=
}

# Open to everybody, the container must not start.
refuse() {
  local code=0
  (cd "$stage$folder" && timeout 60 env HOME="$work/nobody" ${environment//127.0.0.1:$port/+:$port} SignIn__Enabled=false "${entry[@]}") >"$work/log" 2>"$work/refusal" || code=$?
  [ "$code" = 1 ] || { cat "$work/log" "$work/refusal" >&2; fail "without sign-in and without a proxy the program ends with $code, not 1"; }
  grep -q SignIn__Enabled=true "$work/refusal" && grep -q Access__BehindProxy=true "$work/refusal" || fail "the refusal does not name the two ways out: $(cat "$work/refusal")"
  echo "refused without sign-in and without a proxy"
}

make_context
! find "$work/context" -iname 'nuget.config' | grep -q . || fail "a nuget.config of this machine is in the build context"
while read -r line; do step "$line"; done < <(grep -vE '^(#|$)' "$repository/Dockerfile")

# As in the image, but with this run's address and folders.
environment=${environment//+:5080/127.0.0.1:$port}
environment=${environment//\/data/$stage/data}
find "$stage$folder" | sort >"$work/before"
read -ra entry <<<"$entry"
read -ra health <<<"$health"

refuse
serve
stop
serve SignIn__Enabled=false Access__BehindProxy=true

fetch /healthz 200 Healthy
fetch / 200 'Your stories'
fetch /_framework/blazor.web.js 200 Blazor
fetch /css/app.css 200 font
fetch /no-such-page 404 'Nothing here'
fetch /stories/00000000-0000-7000-8000-000000000000/export?format=json 404 ''

find "$stage$folder" | sort | cmp -s - "$work/before" || fail "the program wrote into its own folder"
[ ! -e "$work/nobody" ] || fail "the program wrote outside /data: $(find "$work/nobody")"
[ -n "$(ls -A "$stage/data")" ] || fail "nothing is kept in /data"
stop
echo "The Dockerfile's steps make a desk that runs."
