using GuidelineBench.Core.Networks;

namespace GuidelineBench.Cli.Models;

/// <summary>A network that is asked about.</summary>
/// <param name="Name">As the user gave it.</param>
internal sealed record NamedGraph(string Name, Graph Graph);
