using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Reference;

/// <summary>A layer at one output pixel.</summary>
/// <inheritdoc cref="ReferenceOperator.Column(Node, IReadOnlyList{Patch}, float[], float[])"/>
public delegate double[] LayerColumn(Node node, IReadOnlyList<Patch> operands, float[] weights, float[] bias);
