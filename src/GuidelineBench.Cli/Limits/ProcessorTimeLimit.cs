using System.Runtime.InteropServices;
using GuidelineBench.Cli.Terminals;

namespace GuidelineBench.Cli.Limits;

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
