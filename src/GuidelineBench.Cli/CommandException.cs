namespace GuidelineBench.Cli;

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
