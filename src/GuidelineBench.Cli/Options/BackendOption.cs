using System.Collections.Immutable;
using System.CommandLine;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Cli.Options;

/// <summary><c>--backend</c>.</summary>
internal static class BackendOption
{
    public const string Name = "--backend";

    public static IBackend Default => BackendCatalogue.All[0];

    private static string Names => string.Join(", ", BackendCatalogue.All.Select(backend => backend.Name));

    /// <param name="takesList">Whether several can be asked for, to be compared.</param>
    public static Option<ImmutableArray<IBackend>?> Create(bool takesList) => ValueOption.Create<ImmutableArray<IBackend>?>(
        Name,
        takesList ? "LIST" : "NAME",
        $"Kernels: {Names}{(takesList ? "; several, separated by commas, are compared inside the same rounds" : "")} (default {Default.Name}).",
        text => Read(takesList ? ValueOption.Parts(Name, text, Names) : [text]));

    private static ImmutableArray<IBackend> Read(string[] names)
    {
        foreach (string name in names)
            if (!BackendCatalogue.All.Any(backend => backend.Name == name))
                throw CommandException.Unusable($"unknown backend '{name}'", Name, Names);
        return [.. BackendCatalogue.All.Where(backend => names.Contains(backend.Name))];
    }
}
