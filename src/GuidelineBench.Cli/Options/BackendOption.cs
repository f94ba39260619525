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

    public static Option<IBackend?> Create() => ValueOption.Create<IBackend?>(
        Name, "NAME", $"Kernels: {Names} (default {Default.Name}).", Read);

    private static IBackend Read(string name) => BackendCatalogue.All.FirstOrDefault(backend => backend.Name == name)
        ?? throw CommandException.Unusable($"unknown backend '{name}'", Name, Names);
}
