using System.Globalization;
using System.Runtime.InteropServices;
using GuidelineBench.Cli.Terminals;

namespace GuidelineBench.Cli.Limits;

/// <summary>
/// The system's limits for this process under which nothing can be done, and soon nothing be said: looked at before
/// anything is loaded. Each library that the runtime loads is an open file.
/// </summary>
internal static class ResourceLimits
{
    private const string LimitsOfThisProcess = "/proc/self/limits";

    /// <summary>
    /// A run has 145 files open. .NET reserves a gigabyte of addresses before the first line of the program. A second of
    /// processor time is over when the first plan is compiled.
    /// </summary>
    private static readonly Need[] Needs =
    [
        new("Max open files", 1, 192, "files may be open at a time: ulimit -n"),
        new("Max address space", 1024, 1536 * 1024, "KiB of addresses may be used: ulimit -v"),
        new("Max cpu time", 1, 2, "s of processor time may be used: ulimit -t"),
    ];

    /// <returns>One line about the first limit that is too low; null where none is, or none can be seen.</returns>
    public static string? FirstBreach()
    {
        try
        {
            return OperatingSystem.IsLinux() ? FirstBreach(File.ReadAllText(LimitsOfThisProcess)) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <param name="limits">As Linux shows them: name, soft limit, hard limit, unit.</param>
    internal static string? FirstBreach(string limits)
    {
        foreach (Need need in Needs)
            if (Soft(limits, need.Row) is { } most && most / need.Unit < need.Least)
                return FormattableString.Invariant($"only {most / need.Unit} {need.What}; allowed: {need.Least} or more");
        return null;
    }

    private static long? Soft(string limits, string row)
    {
        int start = limits.IndexOf(row, StringComparison.Ordinal);
        if (start < 0)
            return null;
        string soft = limits[(start + row.Length)..].TrimStart(' ').Split(' ', 2)[0];
        return long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out long most) ? most : null;
    }

    /// <param name="Unit">Of <paramref name="Least"/>, in the unit of the row.</param>
    private sealed record Need(string Row, long Unit, long Least, string What);
}

/// <summary>The largest size of a file that the system's resource limits allow.</summary>
internal static class FileSizeLimit
{
    /// <summary>SIGXFSZ, the same number on Linux and macOS.</summary>
    private const int Exceeded = 25;

    /// <summary>
    /// A write beyond the limit ends the process by a signal unless somebody handles it; from here on it is refused like a
    /// write to a full disk.
    /// </summary>
    /// <returns>To be disposed of at the end; null where there is no such limit.</returns>
    public static IDisposable? AsError() =>
        OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create((PosixSignal)Exceeded, signal => signal.Cancel = true);
}

/// <summary>The processor time that the system's resource limits allow.</summary>
internal static partial class ProcessorTimeLimit
{
    /// <summary>SIGXCPU, and its limit's number: the same on Linux and macOS.</summary>
    private const int Exceeded = 24, ProcessorTime = 0;

    /// <summary>
    /// At the hard limit a process is killed without a word. The soft one is put a second before it, and ends the program
    /// with a line; what is on disk is whole at any time.
    /// </summary>
    /// <returns>To be disposed of at the end; null where there is no such limit.</returns>
    public static IDisposable? AsError()
    {
        if (OperatingSystem.IsWindows() || Get(ProcessorTime, out Limit limit) != 0 || limit.Soft == nuint.MaxValue)
            return null;
        if (limit.Soft == limit.Hard)
            _ = Set(ProcessorTime, limit with { Soft = limit.Hard - 1 });
        return PosixSignalRegistration.Create((PosixSignal)Exceeded, signal =>
        {
            signal.Cancel = true;
            PlainError.Say("the processor time that is allowed is used up: ulimit -t; finished rounds of a run are kept, and run --resume measures the rest");
            Environment.Exit(ExitCode.Absent);
        });
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int Get(int resource, out Limit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int Set(int resource, in Limit limit);

    private readonly record struct Limit(nuint Soft, nuint Hard);
}
