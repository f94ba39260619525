namespace GuidelineBench.Cli.Bundles;

/// <summary>The script at the root of a bundle.</summary>
/// <param name="Name">File name.</param>
/// <param name="Text">With the line ends that its interpreter takes.</param>
internal sealed record BundleLauncher(string Name, string Text)
{
    /// <summary>Folder of the program in a bundle.</summary>
    public const string ProgramFolder = "app";

    // The shell's own commands only: dirname and mkdir may be missing, and readlink where no link is followed.
    private const string PosixText =
        """
        #!/bin/sh
        # Runs GuidelineBench from this folder: ./run.sh VERB [OPTIONS], see ./run.sh --help.
        # Codes 1 and 2 are verdicts of the program: whatever ends before it ends with 3, 4, 5 or 130.
        set -u
        fail() {
            code=$1
            shift
            printf 'guidelinebench: %s\n' "$*" >&2
            trap - EXIT
            exit "$code"
        }
        trap 'fail 5 "the program was not started"' EXIT
        trap 'fail 130 "interrupted before the program was started"' HUP INT TERM

        script=$0
        [ "${script#*/}" != "$script" ] || script=./$script
        while [ -h "$script" ]; do
            command -v readlink >/dev/null 2>&1 || fail 4 "readlink is missing, and $script is a link; allowed: the run.sh of a bundle itself"
            link=$(readlink -- "$script") || fail 3 "cannot be read: $script; allowed: a link to run.sh"
            case $link in
                /*) script=$link ;;
                *) script=${script%/*}/$link ;;
            esac
        done
        here=$(CDPATH='' cd -- "${script%/*}/" 2>/dev/null && pwd) || fail 3 "the folder of run.sh cannot be entered: ${script%/*}"
        program=$here/app/guidelinebench
        [ -f "$program" ] || fail 5 "the bundle is damaged: there is no $program"
        # A machine without a folder for temporary files: this one serves.
        [ -w "${TMPDIR:-/tmp}" ] || export TMPDIR="$here"
        # ONNX Runtime reports its use to its maker unless it is told not to before it starts.
        export ORT_DISABLE_TELEMETRY=1
        # The shell, the loader and the runtime have codes of their own: it is asked first whether it starts here.
        said=$(DOTNET_TieredCompilation=1 "$program" --version 2>&1 </dev/null)
        code=$?
        said=${said%%
        *}
        case $code in
            0) ;;
            # No memory for a runtime.
            137) fail 4 "the program cannot be started: it ended with $code ($said)" ;;
            *) fail 5 "the program cannot be started on this machine: it ended with $code ($said)" ;;
        esac
        exec "$program" "$@"

        """;

    private const string WindowsText =
        """
        @echo off
        rem Runs GuidelineBench from this folder: run.cmd VERB [OPTIONS], see run.cmd --help.
        rem Codes 1 and 2 are verdicts of the program: whatever ends before it ends with 5.
        rem ONNX Runtime reports its use to its maker unless it is told not to before it starts.
        setlocal
        set ORT_DISABLE_TELEMETRY=1
        "%~dp0app\guidelinebench.exe" --version >nul 2>nul
        if not "%ERRORLEVEL%"=="0" (
            >&2 echo guidelinebench: the program cannot be started on this machine
            exit /b 5
        )
        "%~dp0app\guidelinebench.exe" %*
        exit /b %ERRORLEVEL%

        """;

    public static BundleLauncher For(BundleTarget target) => target.IsWindows
        ? new BundleLauncher("run.cmd", WindowsText.ReplaceLineEndings("\r\n"))
        : new BundleLauncher("run.sh", PosixText.ReplaceLineEndings("\n"));
}
