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

/// <summary>Why a verdict is the word that it is.</summary>
public enum VerdictReason
{
    /// <summary>Cannot tell: the run has not both rows of the contrast.</summary>
    NotMeasured,

    /// <summary>Cannot tell: a cell has no time; the file says why it was skipped.</summary>
    Skipped,

    /// <summary>Cannot tell: a cell is in the file twice, and nothing says which of the two counts.</summary>
    Repeated,

    /// <summary>Cannot tell: the run ended early; when it ended may have depended on what it showed.</summary>
    RunIncomplete,

    /// <summary>Cannot tell: fewer rounds with both cells than a judgement needs.</summary>
    TooFewRounds,

    /// <summary>Cannot tell: the interval holds effects that matter and effects that do not.</summary>
    IntervalTooWide,

    /// <summary>Cannot tell: the ratios of most scales, or what is shown at one of them, speak against the word that all together would give.</summary>
    ScalesDisagree,

    /// <summary>Holds: the whole interval lies above the smallest effect that matters.</summary>
    ShownSlower,

    /// <summary>Reversed: the whole interval lies below the inverse of the smallest effect that matters.</summary>
    ShownFaster,

    /// <summary>At the limit: a narrow interval that spans the smallest effect that matters.</summary>
    ShownAtLimit,

    /// <summary>Depends on size: two scales by themselves are shown to be of different words.</summary>
    ShownToDiffer,

    /// <summary>No effect: the whole interval lies between the two.</summary>
    ShownEqual,
}
