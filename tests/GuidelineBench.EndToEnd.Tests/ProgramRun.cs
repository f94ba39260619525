using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace GuidelineBench.EndToEnd.Tests;

/// <summary>The built program in a process of its own.</summary>
internal sealed partial class ProgramRun : IDisposable
{
    /// <summary>A run that takes longer hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const int InterruptSignal = 2, Terminate = 15;

    /// <summary>A shell starts what it puts in the background with SIGINT ignored, and so are the programs started from there.</summary>
    public static bool IgnoresInterrupts { get; } =
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } mask
        && (Convert.ToUInt64(mask["SigIgn:".Length..].Trim(), 16) & (1UL << (InterruptSignal - 1))) != 0;

    private readonly Process process;
    private readonly Task<string> answer, error;

    private ProgramRun(Process process)
    {
        this.process = process;
        process.StandardInput.Close();
        answer = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    public static ProgramRun Start(params string[] arguments) => StartIn([], arguments);

    /// <summary>Starts with variables of the environment beside this process's own.</summary>
    public static ProgramRun StartIn(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "guidelinebench.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        QuickStart(start);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return new ProgramRun(Process.Start(start)!);
    }

    /// <summary>
    /// Half of a short run is the compilation of code that runs once. The program's own setting, all code optimised at once, is what
    /// all tests run with.
    /// </summary>
    public static void QuickStart(ProcessStartInfo start)
    {
        if (TestPart.IsAll)
            return;
        start.Environment["DOTNET_TieredCompilation"] = "1";
        start.Environment["DOTNET_TieredPGO"] = "0";
    }

    /// <summary>Runs to the end.</summary>
    public static (int Code, string Out, string Error) ToEnd(params string[] arguments)
    {
        using ProgramRun run = Start(arguments);
        return run.WaitForEnd();
    }

    public (int Code, string Out, string Error) WaitForEnd()
    {
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            Assert.Fail($"The program does not end; stderr: {error.Result}");
        }

        return (process.ExitCode, answer.Result, error.Result);
    }

    /// <summary>Waits until something is there, or the program is gone.</summary>
    public void WaitUntil(Func<bool> isThere)
    {
        long start = Stopwatch.GetTimestamp();
        while (!isThere())
        {
            Assert.False(process.HasExited, $"The program ended too early; exit code {(process.HasExited ? process.ExitCode : 0).ToString(CultureInfo.InvariantCulture)}.");
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, "Waited in vain.");
            Thread.Sleep(20);
        }
    }

    public void Interrupt() => Assert.Equal(0, Kill(process.Id, IgnoresInterrupts ? Terminate : InterruptSignal));

    public void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
