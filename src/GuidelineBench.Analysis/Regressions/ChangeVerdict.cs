namespace GuidelineBench.Analysis.Regressions;

/// <summary>What two sets of runs show about the time of a row.</summary>
public enum ChangeVerdict
{
    /// <summary>The evidence does not allow any of the others; where every judgement starts.</summary>
    CannotTell,

    /// <summary>Not slower by as much as the threshold.</summary>
    Same,

    /// <summary>Faster beyond the noise, by half of the threshold at least.</summary>
    Faster,

    /// <summary>Slower beyond the noise, by half of the threshold at least.</summary>
    Slower,
}
