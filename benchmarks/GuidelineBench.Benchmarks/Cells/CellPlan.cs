using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Cells;

/// <summary>
/// The plan of a cell, ready to run. Kept, it is compiled once; else it exists from <see cref="Open"/> to
/// <see cref="Close"/> and is compiled again each time, for runs whose plans do not fit in memory together.
/// </summary>
/// <param name="compiled">The plan, verified and with its input written.</param>
/// <param name="isKept">Whether it stays when it is closed.</param>
/// <param name="compile">Compiles it once more as it was.</param>
public sealed class CellPlan(IPlan compiled, bool isKept, Func<IPlan> compile) : IDisposable
{
    private IPlan? plan = compiled;

    /// <summary>Whether its operators can be run one by one.</summary>
    public bool HasSteps { get; } = compiled is ISteppedPlan;

    /// <exception cref="PlanException">It cannot be compiled any more.</exception>
    public IPlan Open() => plan ??= compile();

    /// <summary>Compiles a plan that is kept once more; one that is not is compiled at its next opening anyway.</summary>
    /// <exception cref="PlanException">It cannot be compiled any more.</exception>
    public void Renew()
    {
        if (plan is null)
            return;
        Dispose();
        plan = compile();
    }

    public void Close()
    {
        if (!isKept)
            Dispose();
    }

    public void Dispose()
    {
        plan?.Dispose();
        plan = null;
    }
}
