using GuidelineBench.Core.Networks;

namespace GuidelineBench.Analysis.Networks;

/// <summary>A printed row of a group, or one column of it, beside what was measured.</summary>
/// <param name="Measured">Null where the run has it not.</param>
public sealed record ComparedNetwork(PaperRow Row, NetworkCase Case, PrintedFigures Paper, MeasuredNetwork? Measured)
{
    /// <summary>Null without a measured time.</summary>
    public double? ImagesPerSecond => Measured?.ImagesPerSecond;
}
