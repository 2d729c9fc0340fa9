# Builds the clone where a source file has changed since the last successful build. Uses $root, $work, $stamp, $log,
# $jar and $jdk.
# shellcheck shell=bash

sources() { # relative paths, so that a clone can be moved
  cd "$root" && find pom.xml engine/pom.xml server/pom.xml engine/src/main server/src/main ui \
    \( -name node_modules -o -name dist -o -name target -o -name coverage \) -prune -o -type f -print0
}

fingerprint() { # of names and contents; times do not count, so that a copy is not built again
  sources 2>/dev/null | LC_ALL=C sort -z | (cd "$root" && xargs -0 cksum) | cksum
}

is_stale() { [ ! -f "$stamp" ] || [ ! -f "$jar" ] || [ "$(<"$stamp")" != "$(fingerprint)" ]; }

check_writable() {
  local folder
  for folder in "$root" "$root/target" "$work" "$root/engine" "$root/engine/target" "$root/server" "$root/server/target" "$root/ui"; do
    if [ -e "$folder" ] && [ ! -w "$folder" ]; then
      ## The clone must be built, because it never was or because a source file has changed, and it may not be written. | Copy the clone to a folder of yours and start it there, or let its owner start it once.
      fail "$folder is not writable, so the clone cannot be built. Copy it to a folder of yours, or let its owner run $root/macro-edge once"
    fi
  done
}

with_java() { # Maven itself runs on any Java
  if [ -z "${JAVA_HOME:-}" ] && ! has java; then
    JAVA_HOME=$jdk JAVA25_HOME=$jdk "$@"
  else
    JAVA25_HOME=$jdk "$@"
  fi
}

tell_progress() { # of a Maven whose output comes in
  local line name part parts downloads=no
  while IFS= read -r line; do
    if [[ $downloads = no && $line == *Downloading\ from* ]]; then
      downloads=yes
      ## A build needs libraries that this machine does not have yet. | None; later builds find them.
      note "downloading libraries"
    elif [[ $line =~ ^\[INFO\]\ Building\ ([a-z-]+)\ .*\[([0-9]+)/([0-9]+)\]$ ]]; then
      name=${BASH_REMATCH[1]} part=${BASH_REMATCH[2]} parts=${BASH_REMATCH[3]}
      ## A build goes on. | None.
      note "building $name ($part of $parts)"
    fi
  done
}

build() {
  check_maven
  check_node
  require
  check_writable
  mkdir -p "$work"
  fingerprint >"$stamp.next" # taken before the build, so that a source saved during the build counts as changed
  rm -f "$stamp" "$work"/*.aot "$work/training"
  ## A source file has changed since the last build, or there was none. | None; later starts do not build.
  note "building; the first build takes two to five minutes, its last part the longest (log: $log)"
  if ! (cd "$root" && with_java mvn -B -DskipTests -Dformat.skip=true -pl server -am package) </dev/null 2>&1 |
    tee "$log" | tell_progress; then
    grep -m 5 -E '^\[ERROR\]|^macro-edge: ' "$log" >&2 || true
    if grep -qE 'No space left on device' "$log"; then
      ## The disk filled up during the build. | Free about 1 GB, and start again.
      fail "the build failed, because the disk is full; free about 1 GB, and start again (log: $log)"
    fi
    ## A source file that you changed does not compile, or Maven or npm could not download what they need. | The lines above the message say why; the log has everything.
    fail "the build failed; see the log $log"
  fi
  mv "$stamp.next" "$stamp"
}

build_alone() { # another process that builds at the same time waits, then finds the build up to date
  check_writable
  mkdir -p "$work"
  if has flock; then
    exec 9>"$work/build.lock"
    if ! flock -n 9; then
      ## Another process builds the same clone. | None; this one continues when that one has ended.
      note "waiting for the build of another process"
      flock 9
    fi
  fi
  if is_stale; then
    build
    built=yes
  fi
  exec 9>&-
}
