using GuidelineBench.Benchmarks.Requests;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

/// <summary>Keeps what a run reports.</summary>
internal sealed class Recorder : IRunObserver
{
    public (int Cells, int FirstRound, int? Rounds) Outline { get; private set; }

    public List<RunPhase> Phases { get; } = [];

    /// <summary>Cells in the order in which they were measured, by round.</summary>
    public SortedDictionary<int, List<string>> Order { get; } = [];

    public List<int> Finished { get; } = [];

    public Dictionary<string, string> Skipped { get; } = [];

    public List<TimeSpan> TimesLeft { get; } = [];

    public Action<int> OnMeasured { get; init; } = _ => { };

    public Action<RunPhase> OnPhase { get; init; } = _ => { };

    public Action<int> OnFinished { get; init; } = _ => { };

    public Action OnPrepared { get; init; } = () => { };

    public void Started(int cells, int firstRound, int? rounds) => Outline = (cells, firstRound, rounds);

    public void PhaseStarted(RunPhase phase)
    {
        Phases.Add(phase);
        OnPhase(phase);
    }

    public void CellPrepared(string cell, string? skipped)
    {
        if (skipped is not null)
            Skipped.Add(cell, skipped);
        OnPrepared();
    }

    public void RoundStarted(int round) => Order[round] = [];

    public void CellMeasured(string cell, int round, double sampleNs, TimeSpan timeLeft)
    {
        Order[round].Add(cell);
        TimesLeft.Add(timeLeft);
        OnMeasured(round);
    }

    public List<int> Blocks { get; } = [];

    public Action<int> OnVisited { get; init; } = _ => { };

    public void Visited(int block, TimeSpan timeLeft) => OnVisited(block);

    public void BlockFinished(int block, TimeSpan timeLeft) => Blocks.Add(block);

    public void RoundFinished(int round)
    {
        Finished.Add(round);
        OnFinished(round);
    }
}
