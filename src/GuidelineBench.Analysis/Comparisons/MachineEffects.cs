using GuidelineBench.Analysis.Effects;

namespace GuidelineBench.Analysis.Comparisons;

/// <summary>One run among those that are compared.</summary>
/// <param name="Name">Tells it from the others.</param>
public sealed record MachineEffects(string Name, RunEffects Effects);
