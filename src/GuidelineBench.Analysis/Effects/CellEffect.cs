using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Effects;

/// <summary>A measured cell beside the experiment's first row at the same scale and configuration.</summary>
/// <param name="RelativeToFirst">Null where one of the two has no time.</param>
/// <param name="RelativeMemoryAccess">Memory access over the first row's; null where the file lacks that row.</param>
public sealed record CellEffect(
    ExperimentRow Row,
    Scale Scale,
    CellResult Cell,
    RatioEstimate? RelativeToFirst,
    double? RelativeMemoryAccess,
    PaperRatios Paper);
