namespace GuidelineBench.Analysis.Regressions;

/// <summary>What a verdict rests on.</summary>
public enum ChangeReason
{
    /// <summary>The measured change and its noise.</summary>
    Measured,

    /// <summary>The new files lack the row.</summary>
    Missing,

    /// <summary>The baseline has a time and a new file says why it has none.</summary>
    LostItsTime,

    /// <summary>The baseline has no time.</summary>
    NoTimeInBaseline,

    /// <summary>Fewer rounds than a judgement needs, in one of the files.</summary>
    TooFewRounds,

    /// <summary>One of the files is not complete.</summary>
    RunIncomplete,

    /// <summary>The network is another one.</summary>
    OtherGraph,

    /// <summary>The instruction set or its vector width is another one.</summary>
    OtherInstructionSet,

    /// <summary>Too few rows to tell one row from the whole run, and a file without the ceiling to compare with.</summary>
    NoCeiling,
}
