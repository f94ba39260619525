using BenchmarkDotNet.Characteristics;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using BenchmarkDotNet.Validators;

namespace GuidelineBench.Benchmarks.Jobs;

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
