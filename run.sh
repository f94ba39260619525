#!/bin/sh
# Builds GuidelineBench when its sources have changed, then runs it: ./run.sh VERB [OPTIONS], see ./run.sh --help.
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

fail() {
    code=$1
    shift
    printf 'guidelinebench: %s\n' "$*" >&2
    exit "$code"
}

command -v dotnet >/dev/null 2>&1 ||
    fail 4 'the .NET 10 SDK is missing: dotnet is not in PATH; allowed: .NET SDK 10, https://dot.net/download'
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# The tests need every project, everything else only the program.
target=src/GuidelineBench.Cli/GuidelineBench.Cli.csproj
state=$root/obj
stamp=$state/built-run
sources="src kernels benchmarks Directory.Build.props Directory.Packages.props global.json"
if [ "${1-}" = test ]; then
    target=GuidelineBench.sln
    stamp=$state/built-test
    sources="$sources tests GuidelineBench.sln"
fi

# Folders count too: their time changes when a file is added or removed.
changed_since() {
    marker=$1
    shift
    # shellcheck disable=SC2086
    (cd "$root" && find $sources \( -name bin -o -name obj \) -prune -o -newer "$marker" "$@" -print | head -n 1)
}

up_to_date() {
    [ -f "$stamp" ] && [ -z "$(changed_since "$stamp")" ]
}

build() {
    dotnet --list-sdks | grep -q '^10\.' ||
        fail 4 'the .NET 10 SDK is missing; allowed: .NET SDK 10, https://dot.net/download'
    echo "guidelinebench: building $target" >&2
    touch "$state/started"
    # Build servers would outlive the build, hold its output open and stand beside the measurement.
    dotnet restore "$target" --disable-build-servers -v quiet >&2 ||
        fail 4 'packages could not be restored, see above'
    dotnet build "$target" -c Release --no-restore --disable-build-servers --nologo -v quiet -clp:NoSummary >&2 ||
        fail 5 'the build failed, see above'
    # What was edited meanwhile may not be in it; folders do not count here, the build adds bin and obj to them.
    [ -n "$(changed_since "$state/started" -type f)" ] || touch "$stamp" "$state/built-run"
}

if ! up_to_date; then
    mkdir -p "$state" || fail 3 "cannot be written: $state; allowed: a writable source tree"
    exec 9>"$state/build.lock"
    # One build at a time. Without flock (macOS) that is left to the user.
    ! command -v flock >/dev/null 2>&1 || flock 9
    # global.json is looked up from the current folder.
    up_to_date || (cd "$root" && build 9>&- </dev/null) || exit
    exec 9>&-
fi

exec dotnet "$root/src/GuidelineBench.Cli/bin/Release/net10.0/guidelinebench.dll" "$@"
