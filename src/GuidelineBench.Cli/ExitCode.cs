namespace GuidelineBench.Cli;

/// <summary>What a caller can rely on. <c>test</c> hands on the test runner's own code.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>The gate found a regression.</summary>
    public const int Regressed = 1;

    /// <summary>The gate found no regression, and cannot rule out one of the threshold.</summary>
    public const int CannotTell = 2;

    /// <summary>Input or options that cannot be used; one line on stderr says what, where, and what is allowed.</summary>
    public const int Unusable = 3;

    /// <summary>A device, a package or memory is absent.</summary>
    public const int Absent = 4;

    /// <summary>A result was wrong or the tool failed.</summary>
    public const int Failed = 5;

    /// <summary>Interrupted by a signal; finished rounds are kept.</summary>
    public const int Interrupted = 130;
}
