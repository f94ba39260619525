using System.Collections.Immutable;
using GuidelineBench.Analysis.Conditions;
using GuidelineBench.Analysis.Hardware;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Histories;

/// <summary>
/// One run without its samples: what a history needs of it, a few kilobytes, so that hundreds of result files can be read
/// one after the other.
/// </summary>
/// <param name="Cells">Those with a time, in the order of the file.</param>
public sealed record RunDigest(MachineIdentity Machine, PastRun Facts, ImmutableArray<(CellKey Key, CellPoint Point)> Cells)
{
    /// <param name="texts">Texts of earlier digests, so that those that repeat from run to run are kept once.</param>
    public static RunDigest Of(string source, ResultFile file, SharedTexts texts) => new(
        MachineIdentity.Of(file.Machine),
        texts.Shared(PastRun.Of(source, file)),
        [
            .. from cell in file.Cells
               let point = CellPoint.Of(cell)
               where point is not null
               select (texts.Shared(KeyOf(cell)), point with { Plan = texts.Shared(point.Plan) }),
        ]);

    /// <summary>Files of earlier versions leave out what was the only choice then.</summary>
    private static CellKey KeyOf(CellResult cell) => CellKey.Of(cell) with
    {
        Execution = cell.Execution ?? CellAxes.Layer,
        Math = cell.Math ?? CellAxes.Fp32,
    };
}

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

/// <summary>What a history keeps of a cell of one run.</summary>
/// <param name="NsPerMultiplyAdd">Median time of a forward pass over the multiply-adds of the batch.</param>
/// <param name="PercentOfPeak">Rate in percent of the multiply-add ceiling that the same run measured; null where it has none.</param>
/// <param name="MultiplyAdds">One image.</param>
public sealed record CellPoint(double NsPerMultiplyAdd, double? PercentOfPeak, long MultiplyAdds, string? Plan)
{
    /// <returns>Null for a cell without a time.</returns>
    public static CellPoint? Of(CellResult cell)
    {
        double ns = cell.MedianNs / cell.PassMultiplyAdds ?? 0;
        return ns > 0 && double.IsFinite(ns) ? new CellPoint(ns, cell.PercentOfPeak, cell.MultiplyAdds, cell.Plan) : null;
    }
}
