using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Comparisons;

/// <summary>One row at one scale in both executions.</summary>
/// <param name="TimeRatio">Time depth first over time layer by layer, inside the rounds; null where one has no time.</param>
public sealed record ExecutionCell(
    Experiment Experiment, ExperimentRow Row, Scale Scale, CellResult Layer, CellResult DepthFirst, RatioEstimate? TimeRatio);
