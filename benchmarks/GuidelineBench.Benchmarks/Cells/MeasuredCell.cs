using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Cells;

/// <summary>
/// A cell whose plan is compiled and verified, ready to be timed. It does not own the plan: BenchmarkDotNet disposes
/// of its parameters after every run, and the plan serves all rounds.
/// </summary>
/// <param name="passNs">Time of one warm forward pass, for planning, nanoseconds.</param>
/// <param name="passesPerIteration">Forward passes that make up one sample.</param>
public sealed class MeasuredCell(int index, CellDefinition definition, IPlan plan, double passNs, int passesPerIteration)
{
    /// <summary>Position among all cells of the run, skipped ones included.</summary>
    public int Index => index;

    public CellDefinition Definition => definition;

    public int PassesPerIteration => passesPerIteration;

    /// <summary>Expected time of one sample, nanoseconds.</summary>
    public double IterationNs => passNs * passesPerIteration;

    /// <summary>The plan's workers are placed by the backend; its first thread is the one that calls.</summary>
    public void PlaceCallingThread()
    {
        if (definition.Options.Cores.IsPinned)
            CoreAffinity.PinCurrentThread(definition.Options.Cores.Processors[0]);
    }

    /// <summary>Why a forward pass failed, one line; null while none has.</summary>
    public string? Failure { get; private set; }

    /// <summary>One forward pass. A failure is kept, not thrown: BenchmarkDotNet 0.14 loses the run when a case in its own process throws.</summary>
    public void Run()
    {
        try
        {
            plan.Run();
        }
        catch (Exception error)
        {
            Failure ??= error.Message.ReplaceLineEndings(" ");
        }
    }

    public override string ToString() => definition.Label;
}
