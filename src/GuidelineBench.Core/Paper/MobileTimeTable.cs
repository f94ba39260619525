using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>Table 8 of ShuffleNet v1 (Zhang et al. 2018): times on an ARM processor, one thread; the figures behind its comparison with AlexNet.</summary>
/// <param name="Sizes">Inputs as printed: the order of the rows' lists.</param>
public sealed record MobileTimeTable(ImmutableArray<string> Sizes, ImmutableArray<MobileTime> Rows);

/// <summary>A row of ShuffleNet v1's Table 8, by input size.</summary>
/// <param name="MegaMultiplyAdds">10^6 per image at 224x224.</param>
/// <param name="Milliseconds">Per image, one thread.</param>
public sealed record MobileTime(
    string Model,
    double Top1ErrorPercent,
    double MegaMultiplyAdds,
    ImmutableArray<double> Milliseconds);
