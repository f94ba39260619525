using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Cells;

/// <summary>
/// A cell whose plan is verified, ready to be timed. It does not own the plan: BenchmarkDotNet disposes of its
/// parameters after every run, and the plan serves all rounds.
/// </summary>
/// <param name="passNs">Time of one warm forward pass, for planning, nanoseconds.</param>
/// <param name="passesPerIteration">Forward passes that make up one sample.</param>
public sealed class MeasuredCell(int index, CellDefinition definition, CellPlan plan, double passNs, int passesPerIteration)
{
    private IPlan? open;

    /// <summary>Position among all cells of the run, skipped ones included.</summary>
    public int Index => index;

    public CellDefinition Definition => definition;

    public CellPlan Plan => plan;

    /// <summary>Time of one warm forward pass, for planning, nanoseconds.</summary>
    public double PassNs => passNs;

    /// <summary>Whether its operators can be run one by one.</summary>
    public bool HasSteps => plan.HasSteps;

    public int PassesPerIteration => passesPerIteration;

    /// <summary>Expected time of one sample, nanoseconds.</summary>
    public double IterationNs => passNs * passesPerIteration;

    /// <summary>
    /// Before the first pass of a round. The plan's workers are placed by the backend; its first thread is the one that
    /// calls, and is placed first, so that a plan that is compiled here has its memory near it.
    /// </summary>
    public void Open()
    {
        if (definition.Options.Cores.IsPinned)
            CoreAffinity.PinCurrentThread(definition.Options.Cores.Processors[0]);
        Guarded(() => open = plan.Open());
    }

    /// <summary>After the last pass of a round.</summary>
    public void Close()
    {
        open = null;
        Guarded(plan.Close);
    }

    /// <summary>Why a forward pass failed, one line; null while none has.</summary>
    public string? Failure { get; private set; }

    /// <summary>Compiles the plan anew, as it was chosen, so that it lies elsewhere in memory; between <see cref="Close"/> and <see cref="Open"/>.</summary>
    public void Renew() => Guarded(plan.Renew);

    /// <summary>One forward pass.</summary>
    public void Run()
    {
        try
        {
            open?.Run();
        }
        catch (Exception error)
        {
            Failure ??= OneLine(error);
        }
    }

    /// <summary>One forward pass, timed.</summary>
    internal void Run(PassTimes times)
    {
        if (open is null)
            return;
        try
        {
            times.Run(open);
        }
        catch (Exception error)
        {
            Failure ??= OneLine(error);
        }
    }

    public override string ToString() => definition.ToString();

    /// <summary>A failure is kept, not thrown: BenchmarkDotNet 0.14 loses the run when a case in its own process throws.</summary>
    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error)
        {
            Failure ??= OneLine(error);
        }
    }

    private static string OneLine(Exception error) => error.Message.ReplaceLineEndings(" ");
}
