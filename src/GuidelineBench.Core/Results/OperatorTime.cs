namespace GuidelineBench.Core.Results;

/// <summary>One operator's share of a forward pass.</summary>
/// <param name="Class">Operator class of the paper's Fig. 2: conv, element-wise, data, shuffle, other.</param>
public sealed record OperatorTime(string Name, string Class, double Ns, long MultiplyAdds, long Bytes);
