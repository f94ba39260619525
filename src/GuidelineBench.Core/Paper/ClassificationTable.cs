using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>Table 8: classification error and speed of whole networks on ImageNet.</summary>
/// <param name="GpuBatch">Images per batch in the GPU column.</param>
/// <param name="CpuBatch">Images per batch in the ARM column.</param>
public sealed record ClassificationTable(int GpuBatch, int CpuBatch, ImmutableArray<ClassificationResult> Rows);
