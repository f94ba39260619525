using System.Collections.Immutable;
using GuidelineBench.Analysis.Conditions;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Histories;

/// <summary>What a history keeps of a run beside its cells.</summary>
/// <param name="Source">Name of the result file.</param>
/// <param name="Rounds">The largest number of rounds that a cell has.</param>
/// <param name="Flags">What the measuring part found doubtful, one sentence each.</param>
public sealed record PastRun(
    string Source,
    DateTimeOffset StartedUtc,
    int Seed,
    bool Complete,
    int Rounds,
    string Version,
    string? Commit,
    string Runtime,
    string Os,
    string? Governor,
    ImmutableArray<int> PinnedCores,
    ImmutableArray<string> Flags)
{
    /// <summary>Earlier dates come from a clock that was never set: nothing that could write a result file existed.</summary>
    private static readonly DateTimeOffset Earliest = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static PastRun Of(string source, ResultFile file) => new(
        source,
        file.StartedUtc,
        file.Seed,
        file.Complete,
        Doubts.RoundsOf(file),
        file.Tool.Version,
        file.Tool.Commit,
        file.Machine.Runtime,
        file.Machine.Os,
        file.Conditions.Governor,
        file.Conditions.PinnedCores,
        file.Conditions.Flags);

    /// <summary>Whether the machine's clock was not set, so that the run's place among others is not known.</summary>
    public bool HasNoDate => StartedUtc < Earliest;
}
