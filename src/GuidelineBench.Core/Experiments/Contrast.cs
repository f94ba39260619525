namespace GuidelineBench.Core.Experiments;

/// <summary>Two rows of one experiment whose time per multiply-add is the guideline's claim.</summary>
/// <param name="Baseline">Label of the row that follows the guideline.</param>
/// <param name="Against">Label of the row that breaks it; the claim is that this one is slower.</param>
/// <param name="Headline">Whether this is the contrast that the guideline's card quotes.</param>
public sealed record Contrast(string Baseline, string Against, bool Headline = false);
