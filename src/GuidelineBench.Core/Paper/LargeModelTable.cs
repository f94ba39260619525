using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>Table 6: large models on ImageNet.</summary>
public sealed record LargeModelTable(ImmutableArray<LargeModel> Rows);

/// <summary>A row of Table 6.</summary>
/// <param name="GigaMultiplyAdds">10^9 per image at 224x224.</param>
/// <param name="Top1ErrorPercent">ImageNet validation, one crop.</param>
public sealed record LargeModel(string Model, double GigaMultiplyAdds, double Top1ErrorPercent);
