using System.CommandLine;

namespace GuidelineBench.Cli.Verbs;

/// <summary>A command with examples for its help text.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}
