using System.Collections.Immutable;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>One parser.</summary>
/// <param name="Share">Its part of all inputs, by how fast it is and how much of it there is.</param>
/// <param name="Samples">Valid inputs.</param>
/// <param name="Words">Of its notation.</param>
/// <param name="Read">Throws for a finding only.</param>
internal sealed record FuzzTarget(
    string Name,
    int Share,
    ImmutableArray<byte[]> Samples,
    ImmutableArray<string> Words,
    Func<byte[], Answer> Read);
