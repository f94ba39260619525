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

/// <summary>Ends a command; the message is one line for the user.</summary>
public sealed class CommandException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;

    /// <param name="what">What is wrong.</param>
    /// <param name="where">The option, verb or file that it is about.</param>
    /// <param name="allowed">What would be accepted.</param>
    public static CommandException Unusable(string what, string where, string allowed) =>
        new(Cli.ExitCode.Unusable, $"{what}: {where}; allowed: {allowed}");
}
