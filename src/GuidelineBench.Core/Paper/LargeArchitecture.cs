using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>A column of Appendix Table 2.</summary>
/// <param name="GigaMultiplyAdds">10^9 per image at 224x224.</param>
/// <param name="Stages">Those that the network has, in order.</param>
public sealed record LargeArchitecture(string Network, double GigaMultiplyAdds, ImmutableArray<LargeArchitectureStage> Stages);
