using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks.Catalogue;

namespace GuidelineBench.Cli.Options;

/// <summary>Which networks are meant.</summary>
/// <param name="Names">Groups and networks as they were asked for, each once.</param>
/// <param name="Subjects">What they stand for, each once, in their order.</param>
internal sealed record NetworkSelection(ImmutableArray<string> Names, ImmutableArray<CellSubject> Subjects)
{
    /// <summary>How a network at another size of its input is asked for.</summary>
    public const string SizedName = "NAME@HEIGHTxWIDTH";

    public static NetworkSelection None { get; } = new([], []);

    public static string GroupNames => string.Join(", ", NetworkGroups.All.Select(group => group.Name));

    /// <exception cref="CommandException">A name is of no group and of no network, or a network cannot take the size.</exception>
    public static NetworkSelection Read(string text)
    {
        string allowed = $"{GroupNames}, names that list networks shows, {SizedName}";
        string[] names = [.. ValueOption.Parts(CellOptions.NetworksName, text, allowed).Distinct()];
        var cases = new List<NetworkCase>();
        foreach (string name in names)
        {
            if (!NetworkGroups.TrySelect(name, out ImmutableArray<NetworkCase> selected, out string? error))
                throw new CommandException(ExitCode.Unusable, $"{CellOptions.NetworksName}: {error}");
            cases.AddRange(selected);
        }

        return new NetworkSelection([.. names], [.. cases.DistinctBy(network => network.Name).Select(CellSubject.Of)]);
    }
}
