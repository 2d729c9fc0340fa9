# Finds a JDK 25, Maven and Node, and says how to install what is missing.
# shellcheck shell=bash

is_jdk25() { [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release" 2>/dev/null; }

jdk_candidates() {
  printf '%s\n' "${JAVA_HOME:-}" "${JDK25:-}" "${JAVA25_HOME:-}" /usr/lib/jvm/* /usr/lib64/jvm/* /opt/java/* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec
  local javac
  javac=$(command -v javac || true)
  [ -z "$javac" ] || (cd -P "$(dirname "$(readlink -f "$javac" 2>/dev/null || echo "$javac")")/.." && pwd)
  [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v 25 2>/dev/null || true
}

find_jdk() { # prints the folder of a JDK 25, or nothing
  local folder
  while IFS= read -r folder; do
    if [ -n "$folder" ] && is_jdk25 "$folder"; then
      printf '%s\n' "$folder"
      return
    fi
  done < <(jdk_candidates)
}

missing=()
packages=() # of the missing things, by the names jdk, maven and node

lacks() { # what, where it comes from
  missing+=("$1")
  packages+=("$2")
}

check_maven() {
  local version
  if ! has mvn; then
    lacks "Maven 3.8 or later" maven
    return
  fi
  version=$(JAVA_HOME=${jdk:-${JAVA_HOME:-}} mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  case $version in [0-2].* | 3.[0-7]) lacks "Maven 3.8 or later (found $version)" maven ;; esac
}

check_node() {
  local version
  if ! has node; then
    lacks "Node.js 20 or later" node
    return
  fi
  version=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
  if [ "${version:-0}" -lt 20 ]; then
    lacks "Node.js 20 or later (found ${version:-none that runs})" node
  elif ! has npm; then
    lacks "npm" npm
  fi
}

package() { # name of a package manager, name of a thing
  case $1-$2 in
    apt-jdk) echo openjdk-25-jdk ;;
    dnf-jdk) echo java-25-openjdk-devel ;;
    zypper-jdk) echo java-25-openjdk-devel ;;
    pacman-jdk) echo jdk25-openjdk ;;
    brew-jdk) echo openjdk@25 ;;
    apt-node | pacman-node) echo nodejs npm ;;
    dnf-node) echo nodejs npm ;;
    zypper-node) echo nodejs22 npm22 ;;
    brew-npm) echo node ;;
    *) echo "$2" ;;
  esac
}

offers() { # whether the package manager has a thing, and new enough; older Debian and Ubuntu do not
  [ "$1" = apt ] && has apt-cache && apt-cache show maven >/dev/null 2>&1 || return 0
  case $2 in
    jdk) apt-cache show openjdk-25-jdk >/dev/null 2>&1 ;;
    node) [ "$(apt-cache show nodejs 2>/dev/null | sed -n 's/^Version: \([0-9]*\).*/\1/p' | sort -n | tail -n 1)" -ge 20 ] 2>/dev/null ;;
    *) true ;;
  esac
}

installs() { # the command of this system that installs the packages
  local manager thing names= sudo=
  [ "$(id -u)" = 0 ] || sudo="sudo "
  for manager in apt dnf zypper pacman brew; do
    has "$manager" || continue
    for thing in "${packages[@]}"; do
      ! offers "$manager" "$thing" || names="$names $(package "$manager" "$thing")"
    done
    [ -n "$names" ] || return 0
    case $manager in
      apt) echo "${sudo}apt update && ${sudo}apt install$names" ;;
      dnf | zypper) echo "${sudo}$manager install$names" ;;
      pacman) echo "${sudo}pacman -S$names" ;;
      brew) echo "brew install$names" ;;
    esac
    return
  done
}

advise() { # how to get what is missing
  local command thing
  command=$(installs)
  [ -z "$command" ] || printf '  On this system: %s\n' "$command" >&2
  for thing in "${packages[@]}"; do
    case $thing in
      jdk) echo "  JDK 25 on any system: curl -s https://get.sdkman.io | bash; then sdk install java 25-tem; or https://adoptium.net, and set JAVA_HOME" ;;
      maven) echo "  Maven on any system: sdk install maven, or https://maven.apache.org/download.cgi" ;;
      node | npm) echo "  Node.js on any system, with npm: https://nodejs.org/en/download" ;;
    esac
  done | awk '!seen[$0]++' >&2
}

joined() { # its arguments with commas
  local word text=$1
  shift
  for word; do text="$text, $word"; done
  printf '%s' "$text"
}

require() { # names everything that is missing at once
  if [ ${#missing[@]} -gt 0 ]; then
    local programs
    programs=$(joined "${missing[@]}")
    ## Programs that macro-edge needs are not installed, or are too old. To run it once it is built, only JDK 25 is needed. | Install them; the lines below the message say how on your system.
    note "missing on this machine: $programs"
    advise
    exit 1
  fi
}
