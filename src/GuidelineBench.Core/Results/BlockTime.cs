namespace GuidelineBench.Core.Results;

/// <summary>
/// What a cell's forward passes took in one block of a run: one compilation of its plan at one place in memory, visited
/// several times in turn with the cells that it is compared with.
/// </summary>
/// <param name="FloorNs">
/// Time of a forward pass of the whole batch when nothing else disturbs, nanoseconds: the lower tenth of the passes, or of
/// each operator added up where passes are long.
/// </param>
/// <param name="MedianNs">The median pass, nanoseconds: other load included.</param>
/// <param name="Passes">Forward passes that were timed.</param>
public sealed record BlockTime(double FloorNs, double MedianNs, int Passes);

/// <summary>One operator's share of a forward pass.</summary>
/// <param name="Name">What it computes; not unique in a network.</param>
/// <param name="Class">Label of the <see cref="Layers.OperatorClass"/> of the paper's Fig. 2.</param>
/// <param name="Ns">Median over passes in which operators are timed one by one, for the whole batch.</param>
/// <param name="MultiplyAdds">One image.</param>
/// <param name="Bytes">Maps read and written for the whole batch, and parameters.</param>
public sealed record OperatorTime(string Name, string Class, double Ns, long MultiplyAdds, long Bytes);
