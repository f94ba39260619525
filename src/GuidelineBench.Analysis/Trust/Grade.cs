namespace GuidelineBench.Analysis.Trust;

/// <summary>How far a run can be trusted, from the best.</summary>
public enum Grade
{
    /// <summary>Nothing speaks against it.</summary>
    A,

    /// <summary>Small things do; large effects are as measured.</summary>
    B,

    /// <summary>Much does; a run under better conditions may say otherwise.</summary>
    C,

    /// <summary>Nothing should be concluded from it.</summary>
    D,
}
