using System.Collections.Immutable;

namespace GuidelineBench.Cli.Models;

/// <summary>The answer of <c>predict --format json</c>.</summary>
internal sealed record PredictionsAnswer(ModelAnswer Model, ImmutableArray<PredictionAnswer> Networks);
