namespace GuidelineBench.Analysis.Comparisons;

/// <summary>What becomes of a guideline's effect when layers are not run one after the other.</summary>
public enum ExecutionFinding
{
    /// <summary>An interval is missing or holds the smallest effect that matters.</summary>
    CannotTell,

    /// <summary>No effect that matters in either execution.</summary>
    Nothing,

    /// <summary>The effect is there depth first only.</summary>
    Appears,

    /// <summary>The effect was memory traffic between layers.</summary>
    Vanishes,

    /// <summary>Part of the effect was memory traffic between layers.</summary>
    Shrinks,

    /// <summary>The effect is not due to the memory traffic that depth-first execution saves.</summary>
    Stays,
}
