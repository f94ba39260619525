namespace GuidelineBench.Cli.Bundles;

/// <summary>The script at the root of a bundle.</summary>
/// <param name="Name">File name.</param>
/// <param name="Text">With the line ends that its interpreter takes.</param>
internal sealed record BundleLauncher(string Name, string Text)
{
    /// <summary>Folder of the program in a bundle.</summary>
    public const string ProgramFolder = "app";

    // The shell's own commands only: dirname, readlink and mkdir may be missing.
    private const string PosixText =
        """
        #!/bin/sh
        # Runs GuidelineBench from this folder: ./run.sh VERB [OPTIONS], see ./run.sh --help.
        set -u
        case $0 in
            */*) here=${0%/*} ;;
            *) here=. ;;
        esac
        here=$(CDPATH='' cd -- "${here:-/}" && pwd) || exit 4
        # A machine without a folder for temporary files: this one serves.
        [ -w "${TMPDIR:-/tmp}" ] || export TMPDIR="$here"
        exec "$here/app/guidelinebench" "$@"

        """;

    private const string WindowsText =
        """
        @echo off
        rem Runs GuidelineBench from this folder: run.cmd VERB [OPTIONS], see run.cmd --help.
        "%~dp0app\guidelinebench.exe" %*
        exit /b %ERRORLEVEL%

        """;

    public static BundleLauncher For(BundleTarget target) => target.IsWindows
        ? new BundleLauncher("run.cmd", WindowsText.ReplaceLineEndings("\r\n"))
        : new BundleLauncher("run.sh", PosixText.ReplaceLineEndings("\n"));
}
