using System.Diagnostics;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Characteristics;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Extensions;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.InProcess;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using BenchmarkDotNet.Toolchains.Parameters;
using BenchmarkDotNet.Toolchains.Results;
using BenchmarkDotNet.Validators;

namespace GuidelineBench.Benchmarks.Jobs;

/// <summary>
/// Runs a case as BenchmarkDotNet's InProcessNoEmitExecutor does, on a thread of its own at high priority, but for one
/// thing: that one reads the affinity of the process whether or not a job sets one, by a mask of 1024 processors. A kernel
/// that is ready for more refuses such a mask, and the exception ends the program.
/// </summary>
/// <param name="timeout">A case that takes longer is given up.</param>
internal sealed class CaseExecutor(TimeSpan timeout, bool logOutput) : IExecutor
{
    /// <exception cref="InvalidOperationException">The case takes longer than the timeout.</exception>
    public ExecuteResult Execute(ExecuteParameters executeParameters)
    {
        var host = new InProcessHost(
            executeParameters.BenchmarkCase, logOutput ? executeParameters.Logger : NullLogger.Instance, executeParameters.Diagnoser);
        int exitCode = -1;
        var thread = new Thread(() => exitCode = Run(host, executeParameters)) { IsBackground = true };
        thread.Start();
        if (!thread.Join(timeout))
            throw new InvalidOperationException($"Benchmark {executeParameters.BenchmarkCase.DisplayInfo} takes longer than {timeout}.");
        // BenchmarkDotNet's own result of a failure looks for the program of another process, and ends the run.
        return exitCode == 0
            ? FromRunResults(null, host.RunResults, exitCode)
            : new ExecuteResult(foundExecutable: true, exitCode, processId: null, [], [], [], executeParameters.LaunchIndex);
    }

    private static int Run(InProcessHost host, ExecuteParameters parameters)
    {
        using var process = Process.GetCurrentProcess();
        ProcessPriorityClass? priority = null;
        nint? affinity = null;
        try
        {
            priority = process.PriorityClass;
            if (parameters.BenchmarkCase.Job.HasValue(EnvironmentMode.AffinityCharacteristic))
            {
                affinity = process.TryGetAffinity();
                process.TrySetAffinity(parameters.BenchmarkCase.Job.Environment.Affinity, parameters.Logger);
            }

            process.TrySetPriority(ProcessPriorityClass.High, parameters.Logger);
            Thread.CurrentThread.TrySetPriority(ThreadPriority.Highest, parameters.Logger);
            return Run(null, host, parameters.BenchmarkCase);
        }
        catch (Exception error)
        {
            parameters.Logger.WriteLineError($"// ! {nameof(CaseExecutor)}, {error.Message}");
            return -1;
        }
        finally
        {
            if (priority is { } usual)
                process.TrySetPriority(usual, parameters.Logger);
            if (affinity is { } own)
                process.TrySetAffinity(own, parameters.Logger);
        }
    }

    /// <summary>BenchmarkDotNet hands out neither its runner nor the results that it reads from one.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Run")]
    private static extern int Run(
        [UnsafeAccessorType("BenchmarkDotNet.Toolchains.InProcess.NoEmit.InProcessNoEmitRunner, BenchmarkDotNet")] object? runner,
        IHost host,
        BenchmarkCase benchmarkCase);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "FromRunResults")]
    private static extern ExecuteResult FromRunResults(ExecuteResult? result, RunResults results, int exitCode);
}

/// <summary>BenchmarkDotNet's in-process toolchain, with the executor that runs on machines of any size.</summary>
/// <param name="timeout">A case that takes longer is given up.</param>
internal sealed class CaseToolchain(TimeSpan timeout, bool logOutput) : IToolchain
{
    private readonly InProcessNoEmitToolchain usual = new(timeout, logOutput);

    public string Name => usual.Name;

    public IGenerator Generator => usual.Generator;

    public IBuilder Builder => usual.Builder;

    public IExecutor Executor { get; } = new CaseExecutor(timeout, logOutput);

    public bool IsInProcess => usual.IsInProcess;

    /// <summary>The usual one refuses jobs of any other toolchain.</summary>
    public IEnumerable<ValidationError> Validate(BenchmarkCase benchmarkCase, IResolver resolver) => usual.Validate(
        BenchmarkCase.Create(benchmarkCase.Descriptor, benchmarkCase.Job.WithToolchain(usual), benchmarkCase.Parameters, benchmarkCase.Config), resolver);

    public override string ToString() => usual.ToString();
}
