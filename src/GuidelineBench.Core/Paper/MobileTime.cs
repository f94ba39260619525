using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>A row of ShuffleNet v1's Table 8, by input size.</summary>
/// <param name="MegaMultiplyAdds">10^6 per image at 224x224.</param>
/// <param name="Milliseconds">Per image, one thread.</param>
public sealed record MobileTime(
    string Model,
    double Top1ErrorPercent,
    double MegaMultiplyAdds,
    ImmutableArray<double> Milliseconds);
