namespace GuidelineBench.Core.Experiments;

/// <summary>One of the four guidelines for efficient network design (ShuffleNet V2, Section 2).</summary>
/// <param name="Id">G1 to G4.</param>
/// <param name="Name">A short noun phrase.</param>
/// <param name="Advice">What a designer should do, in plain words.</param>
/// <param name="Statement">The guideline as a claim about time.</param>
public sealed record Guideline(string Id, string Name, string Advice, string Statement)
{
    /// <summary>Effects under 5 % are not worth a redesign; declared before anything is measured.</summary>
    public const double SmallestEffectThatMatters = 0.05;

    public static Guideline G1 { get; } = new(
        "G1", "Equal channel widths", "Keep input and output channels equal",
        "Equal channel width minimizes memory access cost");

    public static Guideline G2 { get; } = new(
        "G2", "Few groups", "Use few groups in convolutions",
        "Excessive group convolution increases memory access cost");

    public static Guideline G3 { get; } = new(
        "G3", "Little fragmentation", "Prefer one wide operator to several narrow ones",
        "Network fragmentation reduces degree of parallelism");

    public static Guideline G4 { get; } = new(
        "G4", "Few element-wise operations", "Avoid ReLU and shortcut additions that are not needed",
        "Element-wise operations are non-negligible");

    public static IReadOnlyList<Guideline> All { get; } = [G1, G2, G3, G4];
}
