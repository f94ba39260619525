using System.Collections.Immutable;
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
