# The flags of the JVM, and the start-up caches, made in the background after a build. Uses $root, $work, $java and $jar.
# shellcheck shell=bash

heap=(-Xmx512m -XX:+ExitOnOutOfMemoryError)
short_flags=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 "${heap[@]}")
serve_flags=(-XX:+UseSerialGC "${heap[@]}")
longest=120 # seconds for each step of the training, several times what it takes on a slow machine

bounded() { # a step of the training, ended when it takes too long
  local waited=0 step
  "$@" &
  step=$!
  while kill -0 "$step" 2>/dev/null; do
    if [ $((waited += 1)) -gt "$longest" ]; then
      kill -KILL "$step" 2>/dev/null || true
      wait "$step" 2>/dev/null || true
      return 1
    fi
    sleep 1
  done
  wait "$step"
}

train_short() {
  bounded "$java" "${short_flags[@]}" -XX:AOTCacheOutput="$work/short.next" -jar "$jar" bias --home "$1" \
    && mv "$work/short.next" "$work/short.aot"
}

train_ask() { # commands that query a running server use a smaller cache, which loads faster
  bounded "$java" "${short_flags[@]}" -XX:AOTCacheOutput="$work/ask.next" -jar "$jar" bias --home "$1" \
    && mv "$work/ask.next" "$work/ask.aot"
}

train_serve() {
  local server waited=0 answered=no trained=yes
  "$java" "${serve_flags[@]}" -XX:AOTCacheOutput="$work/serve.next" -jar "$jar" serve --port 0 --home "$1" &
  server=$!
  while kill -0 "$server" && [ "$answered" = no ] && [ $((waited += 1)) -le "$longest" ]; do
    sleep 1
    [ ! -f "$1/server.json" ] || answered=yes
  done
  [ "$answered" = no ] || train_ask "$1" || trained=no
  kill -TERM "$server" || true
  wait "$server" || true
  [ "$answered" = yes ] && mv "$work/serve.next" "$work/serve.aot" && [ "$trained" = yes ]
}

jar_date() { stat -c %Y "$jar" 2>/dev/null || stat -f %m "$jar"; }

train() { # runs in the background on a temporary home; a failed run leaves no cache, and commands work without one
  local home began=$SECONDS failed=
  echo "running $(exec sh -c 'echo "$PPID"') $(jar_date)" >"$work/training"
  home=$(mktemp -d)
  export MACRO_EDGE_HOME=$home MACRO_EDGE_CATALOGUE=$root/catalogue
  unset MACRO_EDGE_DATABASE_URL MACRO_EDGE_SAMPLE MACRO_EDGE_PORT
  train_short "$home" || failed="$failed short"
  train_serve "$home" || failed="$failed serve"
  # by name: a build that runs meanwhile has a stamp of its own there
  rm -rf "$home" "$work"/{short,ask,serve}.next "$work"/{short,ask,serve}.next.config
  if [ -z "$failed" ]; then
    echo "done $((SECONDS - began)) $(jar_date)" >"$work/training"
  else
    echo "failed$failed" >"$work/training" # until the next build: trying again at each start would slow each down
  fi
}

wants_training() { # after a build, and in a copy, whose caches do not fit its jar
  [ "${MACRO_EDGE_AOT:-on}" != off ] && [ -w "$work" ] || return 1
  [ -f "$work/training" ] || return 0
  local state first second
  read -r state first second <"$work/training" || true
  case $state in
    done) [ "$second" != "$(jar_date)" ] ;;
    running) ! kill -0 "$first" 2>/dev/null ;;
    *) return 1 ;;
  esac
}
