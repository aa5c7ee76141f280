# Is read by scripts that need Chromium and fonts: install_browser installs what is missing.

install_browser() {
  local missing=()
  command -v chromium-headless-shell >/dev/null || missing+=(chromium-headless-shell)
  # Pictures and measures of the pages depend on the fonts: a Latin serif and sans, and Chinese.
  local fonts
  fonts=$(fc-list 2>/dev/null)
  [[ $fonts == *'Noto Serif'* ]] || missing+=(fonts-noto-core)
  [[ $fonts == *'Noto Sans CJK'* ]] || missing+=(fonts-noto-cjk)
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
