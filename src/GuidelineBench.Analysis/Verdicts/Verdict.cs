namespace GuidelineBench.Analysis.Verdicts;

/// <summary>What a run shows about a claim.</summary>
public enum Verdict
{
    /// <summary>The evidence does not allow any of the others; where every judgement starts.</summary>
    CannotTell,

    /// <summary>The effect is smaller than what matters, in either direction.</summary>
    NoEffect,

    /// <summary>What the guideline advises against costs time that matters.</summary>
    Holds,

    /// <summary>What the guideline advises against saves time that matters.</summary>
    Reversed,

    /// <summary>The effect is known closely and lies at the smallest that matters: whether it does is a matter of taste.</summary>
    AtLimit,

    /// <summary>Scales are shown to differ: the effect matters at one and not, or the other way round, at another.</summary>
    DependsOnSize,
}
