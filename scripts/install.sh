# Sourced by ./cymatic and ./test: finds out what is missing on this machine and installs it, or says how.

say() { printf '%s\n' "$*" >&2; }

# Shared libraries by their run-time names; ldconfig is not on every user's path, and not on macOS at all.
has_library() {
    if [ "$(uname)" = Darwin ]; then
        local folder
        for folder in /opt/homebrew/lib /usr/local/lib /opt/local/lib; do
            [ -e "$folder/$2" ] && return
        done
        return 1
    fi
    case $libraries in *"$1 "*) return ;; esac
    return 1
}

has_font() {
    local folder
    for folder in /usr/share/fonts /usr/local/share/fonts "$HOME/.local/share/fonts" "$HOME/.fonts" /Library/Fonts "$HOME/Library/Fonts"; do
        [ -d "$folder" ] && [ -n "$(find -L "$folder" -name 'DejaVuSans.ttf' -print -quit 2>/dev/null)" ] && return
    done
    return 1
}

# One word for everything that Cymatic needs and this machine lacks.
missing_parts() {
    local libraries
    libraries=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null || true)
    command -v ffmpeg >/dev/null && command -v ffprobe >/dev/null || echo ffmpeg
    has_library libcairo.so.2 libcairo.2.dylib || echo cairo
    has_library libpango-1.0.so.0 libpango-1.0.0.dylib &&
        has_library libpangocairo-1.0.so.0 libpangocairo-1.0.0.dylib &&
        has_library libpangoft2-1.0.so.0 libpangoft2-1.0.0.dylib || echo pango
    has_library libfontconfig.so.1 libfontconfig.1.dylib || echo fontconfig
    has_font || echo fonts
}

# The package that brings a part, for one package manager.
package_of() {
    case $1:$2 in
        apt:ffmpeg) echo ffmpeg ;;
        apt:cairo) echo libcairo2 ;;
        apt:pango) echo libpango-1.0-0 libpangocairo-1.0-0 libpangoft2-1.0-0 ;;
        apt:fontconfig) echo libfontconfig1 ;;
        apt:fonts) echo fonts-dejavu-core ;;
        dnf:ffmpeg) echo ffmpeg-free ;;
        dnf:fonts) echo dejavu-sans-fonts ;;
        pacman:fonts) echo ttf-dejavu ;;
        brew:fonts) echo font-dejavu ;;
        *) echo "$2" ;;
    esac
}

packages_of() {
    local manager=$1 part
    shift
    for part in "$@"; do package_of "$manager" "$part"; done | tr '\n' ' '
}

apt_install() {
    local root=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || { say "Please install these as root, then start again: apt-get install $*"; exit 1; }
        root=(sudo)
    fi
    say "Installing $* …"
    local log status=0
    log=$(mktemp)
    {
        "${root[@]}" apt-get -qq -o DPkg::Lock::Timeout=300 update &&
            "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
                apt-get -qq -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "$@"
    } >"$log" 2>&1 </dev/null || status=$?
    [ $status = 0 ] || { cat "$log" >&2; say "apt-get could not install: $*"; }
    rm -f "$log"
    return $status
}

# Installs the missing parts by apt; elsewhere prints the exact command and stops.
install_missing() {
    local missing manager
    missing=$(missing_parts)
    [ -z "$missing" ] && return
    # shellcheck disable=SC2086  # one word a part
    if command -v apt-get >/dev/null; then
        apt_install $(packages_of apt $missing) || exit 1
        missing=$(missing_parts)
        [ -z "$missing" ] && return
        say "Still missing after the installation:" $missing
        exit 1
    fi
    say "Cymatic needs" $missing "on this machine. Please run:"
    if command -v brew >/dev/null; then say "  brew install" $(packages_of brew $missing)
    elif command -v dnf >/dev/null; then say "  sudo dnf install" $(packages_of dnf $missing)
    elif command -v pacman >/dev/null; then say "  sudo pacman -S" $(packages_of pacman $missing)
    else say "  (your package manager's install command for:" $missing")"; fi
    exit 1
}

# Building needs the .NET 10 SDK, which distributions package differently or not at all.
require_sdk() {
    local version
    version=$(cd "$root" && dotnet --version 2>/dev/null || true)
    case $version in 10.*) return ;; esac
    say "Cymatic is built with the .NET 10 SDK, which was not found${version:+ (found: $version)}. Please run:"
    if command -v brew >/dev/null; then say "  brew install dotnet"
    elif command -v dnf >/dev/null; then say "  sudo dnf install dotnet-sdk-10.0"
    elif command -v pacman >/dev/null; then say "  sudo pacman -S dotnet-sdk"
    else say "  curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 && export PATH=\$HOME/.dotnet:\$PATH"; fi
    exit 1
}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
