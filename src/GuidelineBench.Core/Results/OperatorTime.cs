namespace GuidelineBench.Core.Results;

/// <summary>One operator's share of a forward pass.</summary>
/// <param name="Name">What it computes; not unique in a network.</param>
/// <param name="Class">Label of the <see cref="Layers.OperatorClass"/> of the paper's Fig. 2.</param>
/// <param name="Ns">Median over passes in which operators are timed one by one, for the whole batch.</param>
/// <param name="MultiplyAdds">One image.</param>
/// <param name="Bytes">Maps read and written for the whole batch, and parameters.</param>
public sealed record OperatorTime(string Name, string Class, double Ns, long MultiplyAdds, long Bytes);
