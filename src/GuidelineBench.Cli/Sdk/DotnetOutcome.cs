namespace GuidelineBench.Cli.Sdk;

/// <summary>How a <c>dotnet</c> command ended.</summary>
/// <param name="Output">What it printed, errors last.</param>
internal sealed record DotnetOutcome(int ExitCode, string Output);
