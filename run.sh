#!/bin/sh
# Builds GuidelineBench when its sources have changed, then runs it: ./run.sh VERB [OPTIONS], see ./run.sh --help.
# Codes 1 and 2 are verdicts of the program: whatever ends before it ends with 3, 4, 5 or 130.
set -u
job=

fail() {
    code=$1
    shift
    printf 'guidelinebench: %s\n' "$*" >&2
    exit "$code"
}

end() {
    trap - EXIT
    case $1 in
    0 | 3 | 4 | 5 | 130) exit "$1" ;;
    *) fail 5 "the program was not started: the shell ended with $1" ;;
    esac
}

interrupt() {
    trap '' HUP INT TERM
    [ -z "$job" ] || { kill "$job" && wait "$job"; } 2>/dev/null
    fail 130 'interrupted before the program was started'
}

trap 'end $?' EXIT
trap interrupt HUP INT TERM
(true >&2) || exec 2>/dev/null

# In the background, so that a signal is heard at once.
await() {
    "$@" &
    job=$!
    wait "$job"
    code=$?
    job=
    return "$code"
}

# Without sed or find nothing would seem to have changed.
for tool in dotnet cat env find grep mkdir readlink rm sed; do
    command -v "$tool" >/dev/null 2>&1 && continue
    [ "$tool" != dotnet ] || fail 4 'the .NET 10 SDK is missing: dotnet is not in PATH; allowed: .NET SDK 10, https://dot.net/download'
    fail 4 "$tool is missing: it is not in PATH; allowed: a PATH with the system's own commands"
done

# The sources lie where the script itself does, whatever links lead to it.
script=$0
[ "${script#*/}" != "$script" ] || script=./$script
while [ -h "$script" ]; do
    link=$(readlink -- "$script") || fail 3 "cannot be read: $script; allowed: a link to run.sh"
    case $link in
    /*) script=$link ;;
    *) script=${script%/*}/$link ;;
    esac
done
root=$(CDPATH='' cd -P -- "${script%/*}/" 2>/dev/null && pwd -P) ||
    fail 3 "the folder of run.sh cannot be entered: ${script%/*}; allowed: a folder that is there"
# The engine reports its use to its maker unless it is told not to before it starts.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 ORT_DISABLE_TELEMETRY=1

# Without HOME .NET looks for the account's own folder, and the SDK looks for none.
if [ -z "${HOME-}" ]; then
    user=$(id -un 2>/dev/null) || user=
    case $user in
    '' | *[!A-Za-z0-9._-]*) HOME= ;;
    *) eval "HOME=~$user" ;;
    esac
    [ -d "$HOME" ] || HOME=$root/obj/home
    export HOME
fi

version_of() {
    sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" "$root/Directory.Packages.props" 2>/dev/null
}

ilgpu=$(version_of IlgpuVersion)
onnxruntime=$(version_of OnnxRuntimeVersion)
packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}
source=${GUIDELINEBENCH_NUGET_SOURCE:-}
# The restore runs in another folder.
[ ! -d "$source" ] || source=$(CDPATH='' cd -- "$source" && pwd) || fail 3 "cannot be entered: $source: GUIDELINEBENCH_NUGET_SOURCE; allowed: a folder or feed"

# Not every package source has these: each is restored once where it can be had, and done without elsewhere.
optional='ilgpu onnxruntime'

# Sets what is known of one of them.
about() {
    package=$1
    case $package in
    ilgpu)
        variable=GUIDELINEBENCH_GPU title="ILGPU $ilgpu" property=WithIlgpu size='' native=''
        project=kernels/GuidelineBench.Kernels.Ilgpu/GuidelineBench.Kernels.Ilgpu.csproj
        folders="ilgpu/$ilgpu ilgpu.algorithms/$ilgpu"
        names='ILGPU and ILGPU.Algorithms'
        loss='there are no GPU kernels'
        ;;
    onnxruntime)
        variable=GUIDELINEBENCH_ONNXRUNTIME title="ONNX Runtime $onnxruntime" property=WithOnnxRuntime size='160 MB, 392 MB unpacked' native=yes
        project=kernels/GuidelineBench.Kernels.OnnxRuntime/GuidelineBench.Kernels.OnnxRuntime.csproj
        folders="microsoft.ml.onnxruntime/$onnxruntime microsoft.ml.onnxruntime.managed/$onnxruntime"
        names='Microsoft.ML.OnnxRuntime, Microsoft.ML.OnnxRuntime.Managed and System.Numerics.Tensors'
        loss='there is no backend onnxruntime'
        ;;
    esac
    eval "wish=\${$variable:-auto}"
}

for package in $optional; do
    about "$package"
    case $wish in
    auto | on | off) ;;
    *) fail 3 "unknown value '$wish': $variable; allowed: auto, on, off" ;;
    esac
    export "$variable=$wish"
done
[ -n "$ilgpu" ] && [ -n "$onnxruntime" ] ||
    fail 3 "no sources beside run.sh: $root; allowed: the run.sh of a source tree, or a link to it"

# NuGet writes this file last.
has_package() {
    for folder in $folders; do
        [ -f "$packages/$folder/.nupkg.metadata" ] || return 1
    done
}

# Native code is built for some systems, on Linux for glibc from 2.28 on.
has_build() {
    [ -n "$native" ] || return 0
    platform=$(uname -sm 2>/dev/null)
    case $platform in
    'Linux x86_64' | 'Linux aarch64')
        libc=$(getconf GNU_LIBC_VERSION 2>/dev/null)
        bits=$(getconf LONG_BIT 2>/dev/null)
        platform="$platform, $bits bits, ${libc:-no glibc}"
        minor=${libc#glibc 2.}
        [ "$bits" = 64 ] && [ "$minor" != "$libc" ] && [ "${minor%%[!0-9]*}" -ge 28 ]
        ;;
    'Darwin arm64' | MINGW*' x86_64' | MINGW*' aarch64' | MSYS*' x86_64' | MSYS*' aarch64') ;;
    *) return 1 ;;
    esac
}

# The tests need every project, everything else only the program.
target=src/GuidelineBench.Cli/GuidelineBench.Cli.csproj
program=$root/src/GuidelineBench.Cli/bin/Release/net10.0/guidelinebench
state=$root/obj
unfinished=$state/unfinished
stamp=$state/built-run
sources="src kernels benchmarks Directory.Build.props Directory.Packages.props global.json"
if [ "${1-}" = test ]; then
    target=GuidelineBench.sln
    stamp=$state/built-test
    sources="$sources tests GuidelineBench.sln"
fi

# Folders count too: their time changes when a file is added or removed. What cannot be looked through may have changed.
changed_since() {
    marker=$1
    shift
    # shellcheck disable=SC2086
    found=$(cd "$root" && find $sources \( -name bin -o -name obj \) -prune -o -newer "$marker" "$@" -print) || return 0
    [ -n "$found" ]
}

# What is built with a package is another build than what is built without.
contents() {
    printf with
    for package in $optional; do
        about "$package"
        [ "$wish" = off ] || ! has_package || printf ' %s' "$package"
    done
}

# MSBuild takes every variable for a property (Platform=x64). Names of properties have no underscore: only names with one,
# and these, reach it. A folder above has its say neither (Directory.Build.props keeps out the rest of what it may hold).
sdk() {
    set -- dotnet "$@" --disable-build-servers -noAutoResponse -p:ImportDirectorySolutionProps=false -p:ImportDirectorySolutionTargets=false -v quiet
    for name in $(env | sed -n 's/^\([A-Za-z_][A-Za-z0-9_.()-]*\)=.*/\1/p'); do
        case $name in
        HOME | HOSTNAME | KRB5CCNAME | LANG | LANGUAGE | LOGNAME | PATH | PWD | SHELL | TEMP | TERM | TMP | TMPDIR | TZ | USER) ;;
        _* | MSBUILD_* | DOTNET_MSBUILD_* | DOTNET_HOST_PATH) set -- -u "$name" "$@" ;;
        *_*) ;;
        *) set -- -u "$name" "$@" ;;
        esac
    done
    await in_root env "$@" </dev/null
}

# global.json is looked up from the current folder.
in_root() {
    cd "$root" && exec "$@"
}

# A try that failed is not made again until there is another source to try, or it is asked for.
may_get() {
    about "$1"
    missing=$state/$package-missing
    [ "$wish" != off ] && ! has_package &&
        { [ "$wish" = on ] || { { [ ! -f "$missing" ] || [ "$source" != "$(cat "$missing")" ]; } && has_build; }; }
}

may_get_any() {
    for package in $optional; do
        may_get "$package" && return
    done
    return 1
}

get() {
    about "$1"
    missing=$state/$package-missing
    log=obj/$package-restore.log
    has_build || fail 4 "$title has no build for this platform ($platform); $variable=$wish; allowed: auto, off"
    [ -z "$size" ] || echo "guidelinebench: fetching $title once ($size); to do without: $variable=off" >&2
    set -- "$project" "-p:$property=true"
    [ -z "$source" ] || set -- "$@" "-p:RestoreAdditionalProjectSources=$source"
    write "$root/$log" ''
    if sdk restore "$@" >"$root/$log" 2>&1 && has_package; then
        rm -f "$missing"
        return
    fi
    write "$missing" "$source"
    reason="$title could not be restored ($log says why)"
    allowed="a folder or feed that has $names in GUIDELINEBENCH_NUGET_SOURCE"
    [ "$wish" != on ] || fail 4 "$reason; $variable=on; allowed: $allowed"
    echo "guidelinebench: $reason, so $loss; to have it: $allowed" >&2
}

write() {
    { printf '%s' "$2" >"$1"; } 2>/dev/null || fail 3 "cannot be written: $1; allowed: a writable source tree"
}

# A build that was killed leaves its marker.
up_to_date() {
    ! may_get_any && [ ! -e "$unfinished" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(contents)" ] &&
        [ -s "$program.dll" ] && [ -s "$program.runtimeconfig.json" ] && ! changed_since "$stamp"
}

build() {
    (cd "$root" && dotnet --list-sdks </dev/null) | grep '^10\.' >/dev/null ||
        fail 4 'the .NET 10 SDK is missing; allowed: .NET SDK 10, https://dot.net/download'
    for package in $optional; do
        ! may_get "$package" || get "$package"
    done
    echo "guidelinebench: building $target" >&2
    [ ! -e "$unfinished" ] && again= || again=--no-incremental
    write "$unfinished" ''
    sdk restore "$target" >&2 || fail 4 'packages could not be restored, see above'
    # Only this build can have made what is there after it.
    rm -f "$program.dll" 2>/dev/null || fail 3 "cannot be removed: $program.dll; allowed: a writable source tree"
    # shellcheck disable=SC2086
    sdk build "$target" -c Release --no-restore --nologo -clp:NoSummary $again >&2
    # 1 is an error in the sources; with other codes a compiler may have left half a file.
    [ "$code" -ne 1 ] || rm -f "$unfinished"
    [ "$code" -eq 0 ] || fail 5 'the build failed, see above'
    [ -s "$program.dll" ] || fail 5 "the build made no $program.dll"
    # What was edited meanwhile may not be in it; folders do not count here, the build adds bin and obj to them.
    if ! changed_since "$unfinished" -type f; then
        write "$stamp" "$(contents)"
        write "$state/built-run" "$(contents)"
    fi
    rm -f "$unfinished"
}

if ! up_to_date; then
    { mkdir -p "$state" && true >>"$state/build.lock"; } 2>/dev/null || fail 3 "cannot be written: $state; allowed: a writable source tree"
    exec 9>>"$state/build.lock"
    # One build at a time. Without flock (macOS) that is left to the user.
    ! command -v flock >/dev/null 2>&1 || await flock 9
    up_to_date || build 9>&-
    exec 9>&-
fi

# The host has codes of its own, 1 among them: it is asked first whether it can start the program.
said=$(DOTNET_TieredCompilation=1 dotnet "$program.dll" --version 2>&1 </dev/null)
code=$?
if [ "$code" -ne 0 ]; then
    said=$(printf '%s\n' "$said" | sed -n '/./{p;q;}')
    reason="the program cannot be started: dotnet ended with $code${said:+ ($said)}"
    case $code in
    # No memory for a runtime; no runtime.
    137 | 150) fail 4 "$reason" ;;
    esac
    { true >"$unfinished"; } 2>/dev/null
    fail 5 "$reason"
fi
exec dotnet "$program.dll" "$@"
