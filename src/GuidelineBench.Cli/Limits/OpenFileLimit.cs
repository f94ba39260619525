using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace GuidelineBench.Cli.Limits;

/// <summary>
/// How many files the system's resource limits let this process have open. Each library that the runtime loads is one, and
/// stderr can be another: beyond the limit nothing could be said any more, so it is looked at before anything is loaded.
/// </summary>
internal static class OpenFileLimit
{
    /// <summary>A run has up to 150 open, of which 145 are libraries.</summary>
    internal const int Needed = 192;

    private const string LimitsOfThisProcess = "/proc/self/limits", Row = "Max open files";

    /// <returns>The limit where it is too low; null where it is not, or cannot be seen.</returns>
    public static int? Breach()
    {
        try
        {
            return OperatingSystem.IsLinux() ? Breach(File.ReadAllText(LimitsOfThisProcess)) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <param name="limits">As Linux shows them: name, soft limit, hard limit, unit.</param>
    internal static int? Breach(string limits)
    {
        int row = limits.IndexOf(Row, StringComparison.Ordinal);
        if (row < 0)
            return null;
        string soft = limits[(row + Row.Length)..].TrimStart(' ').Split(' ', 2)[0];
        return int.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out int most) && most < Needed ? most : null;
    }

    /// <summary>Says so by what is loaded already.</summary>
    /// <returns>Exit code.</returns>
    public static int Refuse(int most)
    {
        try
        {
            using var error = new FileStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            error.Write(Encoding.UTF8.GetBytes(FormattableString.Invariant(
                $"guidelinebench: only {most} files may be open at a time: ulimit -n; allowed: {Needed} or more\n")));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A stderr that is closed changes nothing.
        }

        return ExitCode.Absent;
    }
}
