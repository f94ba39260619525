namespace GuidelineBench.Core.Networks;

/// <summary>One channel of the output of a node that is computed.</summary>
public readonly record struct MapChannel(int Node, int Channel);
