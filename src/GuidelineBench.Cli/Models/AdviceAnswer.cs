using System.Collections.Immutable;

namespace GuidelineBench.Cli.Models;

/// <summary>The answer of <c>advise --format json</c> for one network.</summary>
internal sealed record AdviceAnswer(PredictionAnswer Prediction, ImmutableArray<OffenceAnswer> Offences);
