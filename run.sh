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

# GPU kernels need ILGPU, which not every package source has: restored once where it can be had, done without elsewhere.
gpu=${GUIDELINEBENCH_GPU:-auto}
case $gpu in
auto | on | off) ;;
*) fail 3 "unknown value '$gpu': GUIDELINEBENCH_GPU; allowed: auto, on, off" ;;
esac
export GUIDELINEBENCH_GPU="$gpu"
source=${GUIDELINEBENCH_NUGET_SOURCE:-}
# The restore runs in another folder.
[ ! -d "$source" ] || source=$(CDPATH='' cd -- "$source" && pwd)
ilgpu=$(sed -n 's/.*Include="ILGPU" Version="\([^"]*\)".*/\1/p' "$root/Directory.Packages.props")
packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}

has_ilgpu() {
    [ -d "$packages/ilgpu/$ilgpu" ] && [ -d "$packages/ilgpu.algorithms/$ilgpu" ]
}

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

# What is built with ILGPU is another build than what is built without.
kernels() {
    [ "$gpu" != off ] && has_ilgpu && echo with || echo without
}

# A try that failed is not made again until there is another source to try, or it is asked for.
may_get_ilgpu() {
    [ "$gpu" != off ] && ! has_ilgpu &&
        { [ "$gpu" = on ] || [ ! -f "$state/ilgpu-missing" ] || [ "$source" != "$(cat "$state/ilgpu-missing")" ]; }
}

get_ilgpu() {
    set -- kernels/GuidelineBench.Kernels.Ilgpu/GuidelineBench.Kernels.Ilgpu.csproj -p:WithIlgpu=true
    [ -z "$source" ] || set -- "$@" "-p:RestoreAdditionalProjectSources=$source"
    if dotnet restore "$@" --disable-build-servers -v quiet >"$state/ilgpu-restore.log" 2>&1 && has_ilgpu; then
        rm -f "$state/ilgpu-missing"
        return
    fi
    printf '%s' "$source" >"$state/ilgpu-missing"
    missing="ILGPU $ilgpu could not be restored (obj/ilgpu-restore.log says why)"
    allowed='a folder or feed that has ILGPU and ILGPU.Algorithms in GUIDELINEBENCH_NUGET_SOURCE'
    [ "$gpu" != on ] || fail 4 "$missing; GUIDELINEBENCH_GPU=on; allowed: $allowed"
    echo "guidelinebench: $missing, so there are no GPU kernels; to have them: $allowed" >&2
}

up_to_date() {
    ! may_get_ilgpu && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(kernels)" ] && [ -z "$(changed_since "$stamp")" ]
}

build() {
    dotnet --list-sdks | grep -q '^10\.' ||
        fail 4 'the .NET 10 SDK is missing; allowed: .NET SDK 10, https://dot.net/download'
    ! may_get_ilgpu || get_ilgpu
    echo "guidelinebench: building $target" >&2
    touch "$state/started"
    # Build servers would outlive the build, hold its output open and stand beside the measurement.
    dotnet restore "$target" --disable-build-servers -v quiet >&2 ||
        fail 4 'packages could not be restored, see above'
    dotnet build "$target" -c Release --no-restore --disable-build-servers --nologo -v quiet -clp:NoSummary >&2 ||
        fail 5 'the build failed, see above'
    # What was edited meanwhile may not be in it; folders do not count here, the build adds bin and obj to them.
    [ -n "$(changed_since "$state/started" -type f)" ] || kernels | tee "$stamp" >"$state/built-run"
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
