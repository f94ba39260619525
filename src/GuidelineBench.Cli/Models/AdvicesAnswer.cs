using System.Collections.Immutable;

namespace GuidelineBench.Cli.Models;

/// <summary>The answer of <c>advise --format json</c>.</summary>
internal sealed record AdvicesAnswer(ModelAnswer Model, ImmutableArray<AdviceAnswer> Networks);
