namespace GuidelineBench.Cli.Terminals;

/// <summary>The title of the terminal's window, which is the user's.</summary>
internal static class WindowTitle
{
    private const string TerminalVariable = "TERM", OwnCommandLine = "bench";

    /// <summary>
    /// BenchmarkDotNet writes its progress there and cannot be told not to. .NET learns once how a terminal takes a title,
    /// when the first one is set: it is set where there is no terminal to learn from.
    /// </summary>
    /// <param name="args">Under <c>bench</c> the terminal is BenchmarkDotNet's, colours and all.</param>
    public static void LeaveAlone(IReadOnlyList<string> args)
    {
        if (OperatingSystem.IsWindows() || args is [OwnCommandLine, ..])
            return;
        string? terminal = Environment.GetEnvironmentVariable(TerminalVariable);
        Environment.SetEnvironmentVariable(TerminalVariable, null);
        Console.Title = "";
        Environment.SetEnvironmentVariable(TerminalVariable, terminal);
    }
}
