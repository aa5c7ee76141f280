#!/usr/bin/env bash
# Runs the Dockerfile's steps without Docker, each stage in an empty folder that stands for its root, and then checks what a container would be
# asked for: the pages, the health check, and that /data alone is written to. It reads the Dockerfile itself, so the two cannot drift apart.
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

fetch() {
  curl --silent --show-error --fail --max-time 10 --output "$work/answer" "http://127.0.0.1:$port$1" || fail "$1 is not served"
  grep -q -- "$2" "$work/answer" || fail "$1 does not say $2"
  echo "served: $1 ($(wc -c <"$work/answer") bytes)"
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
(cd "$stage$folder" && exec env -u OPENAI_API_KEY HOME="$work/nobody" ${environment} "${entry[@]}") >"$work/log" 2>&1 &
server=$!

for _ in $(seq 60); do
  (cd "$stage$folder" && env ${environment} "${health[@]}" 2>/dev/null) && break
  kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; fail "the program ended"; }
  sleep 0.5
done
(cd "$stage$folder" && env ${environment} "${health[@]}") || { cat "$work/log" >&2; fail "the health check fails"; }
echo "healthy"

fetch /healthz Healthy
fetch / 'Your stories'
fetch /_framework/blazor.web.js Blazor
fetch /css/app.css font

find "$stage$folder" | sort | cmp -s - "$work/before" || fail "the program wrote into its own folder"
[ ! -e "$work/nobody" ] || fail "the program wrote outside /data: $(find "$work/nobody")"
[ -n "$(ls -A "$stage/data")" ] || fail "nothing is kept in /data"
kill -TERM "$server"
wait "$server" || true
server=
echo "The Dockerfile's steps make a desk that runs."
